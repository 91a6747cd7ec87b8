// The overloads differ in their number of columns alone; C# has no other way to say "a tuple of expressions of any length".
namespace Covet.Infrastructure;

internal sealed class TupleShape<T1, T2>((Expr<T1>, Expr<T2>) row) : RowShape<(T1, T2)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2];

    internal override (T1, T2) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        return (item1, item2);
    }
}

internal sealed class TupleShape<T1, T2, T3>((Expr<T1>, Expr<T2>, Expr<T3>) row) : RowShape<(T1, T2, T3)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3];

    internal override (T1, T2, T3) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        return (item1, item2, item3);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>) row) : RowShape<(T1, T2, T3, T4)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4];

    internal override (T1, T2, T3, T4) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>) row) : RowShape<(T1, T2, T3, T4, T5)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5];

    internal override (T1, T2, T3, T4, T5) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>) row) : RowShape<(T1, T2, T3, T4, T5, T6)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6];

    internal override (T1, T2, T3, T4, T5, T6) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7];

    internal override (T1, T2, T3, T4, T5, T6, T7) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11, row.Item12];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        var item12 = Next(row.Item12, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11, item12);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11, row.Item12, row.Item13];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        var item12 = Next(row.Item12, ref reader, ref ordinal, source);
        var item13 = Next(row.Item13, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11, item12, item13);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11, row.Item12, row.Item13, row.Item14];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        var item12 = Next(row.Item12, ref reader, ref ordinal, source);
        var item13 = Next(row.Item13, ref reader, ref ordinal, source);
        var item14 = Next(row.Item14, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11, item12, item13, item14);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11, row.Item12, row.Item13, row.Item14, row.Item15];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        var item12 = Next(row.Item12, ref reader, ref ordinal, source);
        var item13 = Next(row.Item13, ref reader, ref ordinal, source);
        var item14 = Next(row.Item14, ref reader, ref ordinal, source);
        var item15 = Next(row.Item15, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11, item12, item13, item14, item15);
    }
}

internal sealed class TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>((Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>) row) : RowShape<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, row.Item9, row.Item10, row.Item11, row.Item12, row.Item13, row.Item14, row.Item15, row.Item16];

    internal override (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16) Read<TReader>(ref TReader reader, ModelSource source)
    {
        int ordinal = 0;
        var item1 = Next(row.Item1, ref reader, ref ordinal, source);
        var item2 = Next(row.Item2, ref reader, ref ordinal, source);
        var item3 = Next(row.Item3, ref reader, ref ordinal, source);
        var item4 = Next(row.Item4, ref reader, ref ordinal, source);
        var item5 = Next(row.Item5, ref reader, ref ordinal, source);
        var item6 = Next(row.Item6, ref reader, ref ordinal, source);
        var item7 = Next(row.Item7, ref reader, ref ordinal, source);
        var item8 = Next(row.Item8, ref reader, ref ordinal, source);
        var item9 = Next(row.Item9, ref reader, ref ordinal, source);
        var item10 = Next(row.Item10, ref reader, ref ordinal, source);
        var item11 = Next(row.Item11, ref reader, ref ordinal, source);
        var item12 = Next(row.Item12, ref reader, ref ordinal, source);
        var item13 = Next(row.Item13, ref reader, ref ordinal, source);
        var item14 = Next(row.Item14, ref reader, ref ordinal, source);
        var item15 = Next(row.Item15, ref reader, ref ordinal, source);
        var item16 = Next(row.Item16, ref reader, ref ordinal, source);
        return (item1, item2, item3, item4, item5, item6, item7, item8, item9, item10, item11, item12, item13, item14, item15, item16);
    }
}
