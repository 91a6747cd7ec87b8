using System.Text;

namespace Covet.Infrastructure;

/// <summary>Makes the rows of selections.</summary>
internal static class RowsOf
{
    private const int LongestName = 63;

    public static Rows<TRow> Subquery<T, TRow>(Selection<T> selection, Func<RowColumns, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return Rows(selection, new BodySource(selection.Body), row, "a subquery");
    }

    public static Rows<TRow> Cte<T, TRow>(Selection<T> selection, string name, Func<RowColumns, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return Rows(selection, new CteSource(Checked(name), selection.Body, Names(selection)), row, name);
    }

    public static Rows<TRow> Recursive<T, TRow>(Selection<T> anchor, string name, Func<Rows<TRow>, Selection<T>> step, Func<RowColumns, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(step);
        DemandExpressions(anchor.Body.Shape, name);
        var source = new RecursiveCteSource(Checked(name), anchor.Body, Names(anchor));
        bool[] canBeNull = Nullability(anchor.Body);
        while (true)
        {
            var rows = Rows(anchor, source, row, name, canBeNull);
            var next = step(rows) ?? throw new ArgumentNullException(nameof(step), "The step of a recursion is null: give a selection that joins a table with the rows found last.");
            anchor.Body.Shape.DemandAlike(next.Body.Shape, SetOperation.Union, anchor.Body.RowName, next.Body.RowName);
            source.Step = next.Body;
            // What a step makes NULL the next one finds so: it is written once more, knowing that.
            bool[] after = [.. canBeNull.Select((isNullable, i) => isNullable || next.Body.CanBeNull(i))];
            if (after.AsSpan().SequenceEqual(canBeNull))
                return rows;
            canBeNull = after;
        }
    }

    /// <summary>The name of a common table expression, if it can be one.</summary>
    public static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Encoding.UTF8.GetByteCount(name) > LongestName || name.Any(char.IsControl))
            throw new ArgumentException($"'{name}' can't name a common table expression: at most {LongestName} bytes, no control characters.", nameof(name));
        return name;
    }

    private static Rows<TRow> Rows<T, TRow>(Selection<T> selection, RowSource source, Func<RowColumns, TRow> row, string name, bool[]? canBeNull = null)
    {
        var body = selection.Body;
        var terms = body.Shape.Terms;
        DemandExpressions(body.Shape, name);
        bool[] nullability = canBeNull ?? Nullability(body);
        return new Rows<TRow>(body.Database, [new FromItem(null, source)], place => row(new RowColumns(terms, nullability, place, name)), new RowsShape(terms.Count))
        {
            Tag = body.Tag,
        };
    }

    private static bool[] Nullability(SelectBody body) => [.. Enumerable.Range(0, body.Shape.Terms.Count).Select(body.CanBeNull)];

    private static string[] Names<T>(Selection<T> selection) => [.. Enumerable.Range(0, selection.Body.Shape.Terms.Count).Select(RowShape.NameOf)];

    private static void DemandExpressions(RowShape shape, string name)
    {
        if (shape.Projection is { } projection)
            throw new NotSupportedException($"{projection} is a projection, and the columns of {name} are expressions. Select them as a tuple, as in Select(x => (x.Id, x.Title)).");
        foreach (var term in shape.Terms)
        {
            if (term.IsModel)
                throw new NotSupportedException($"{term.Description} is a whole model, and the columns of {name} are expressions. Select its key, and join the table by it.");
        }
    }
}
