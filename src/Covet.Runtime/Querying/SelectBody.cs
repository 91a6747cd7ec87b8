namespace Covet.Infrastructure;

/// <summary>How a SELECT stands in a statement.</summary>
/// <param name="IsNamed">Whether its columns need names, since another SELECT reads them.</param>
/// <param name="IsStatement">Whether it is the statement itself, so that the order of its rows is seen.</param>
/// <param name="IsRecursive">Whether it is a part of a recursive common table expression, whose parts must agree in their exact types.</param>
/// <param name="AtMost">How many rows are wanted; null for all.</param>
internal readonly record struct BodyUse(bool IsNamed = false, bool IsStatement = false, bool IsRecursive = false, int? AtMost = null);

/// <summary>A SELECT, whatever its rows become: alone a statement, or a part of one.</summary>
internal abstract class SelectBody
{
    /// <summary>What it selects.</summary>
    public abstract RowShape Shape { get; }

    public abstract Database Database { get; }

    /// <summary>What messages call its rows.</summary>
    public abstract string RowName { get; }

    /// <summary>Whether it is limited, so that in another SELECT it needs parentheses of its own.</summary>
    public abstract bool IsLimited { get; }

    /// <summary>Whether a selected expression may be NULL in a row.</summary>
    public abstract bool CanBeNull(int ordinal);

    public virtual string? Tag => null;

    public virtual RowLock? Lock => null;

    public abstract void Write(SqlWriter writer, BodyUse use);

    /// <summary>It without its first rows, and with at most so many.</summary>
    public abstract SelectBody Limit(int? skip, int? take);

    /// <summary>It without rows that are equal to an earlier one.</summary>
    public virtual SelectBody Distinct() => new WrappedBody(this, isDistinct: true);

    /// <summary>Writes it as an arm of a compound SELECT. A limit, an order or another compound must stand in a subquery there.</summary>
    public void WriteArm(SqlWriter writer, BodyUse use)
    {
        if (IsLimited || this is CompoundBody)
            new WrappedBody(this, isDistinct: false).Write(writer, use);
        else
            Write(writer, use);
    }

    /// <summary>Limits that apply to what other limits left.</summary>
    public static (int? Skip, int? Take) Combine((int? Skip, int? Take) inner, (int? Skip, int? Take) outer)
    {
        if (outer.Skip is { } skip)
            inner = ((int)Math.Min((long)(inner.Skip ?? 0) + skip, int.MaxValue), inner.Take is { } taken ? Math.Max(taken - skip, 0) : null);
        return (inner.Skip, outer.Take is { } take ? Math.Min(take, inner.Take ?? take) : inner.Take);
    }
}

/// <summary>A shape of a query's rows, or of their groups.</summary>
internal sealed class PlainBody(SelectQuery query, RowShape shape, int depth) : SelectBody
{
    public SelectQuery Query => query;

    public override RowShape Shape => shape;

    public override Database Database => query.Database!;

    public override string RowName => query.RowName;

    public override string? Tag => query.Tag;

    public override RowLock? Lock => query.Lock;

    public GroupClauses? Groups { get; init; }

    public bool IsDistinct { get; init; }

    public (int? Skip, int? Take) Limits { get; init; } = (query.Skipped, query.Taken);

    public override bool IsLimited => Limits is not (null, null);

    public override bool CanBeNull(int ordinal) => shape.Terms[ordinal].ValueCanBeNull;

    public override SelectBody Limit(int? skip, int? take)
        => new PlainBody(query, shape, depth) { Groups = Groups, IsDistinct = IsDistinct, Limits = Combine(Limits, (skip, take)) };

    public override SelectBody Distinct() => IsLimited ? base.Distinct() : new PlainBody(query, shape, depth) { Groups = Groups, IsDistinct = true };

    public override void Write(SqlWriter writer, BodyUse use)
    {
        var select = new SelectBuilder(writer, query);
        writer.Append(IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        if (!use.IsStatement || Groups is not null || IsDistinct)
            query.Unlocked();
        var outer = Groups is null ? writer.EnterRows() : select.EnterGroups(Groups);
        select.Selected(shape, depth, use);
        select.From();
        bool orderMatters = use.IsStatement || use.AtMost is not null || IsLimited;
        if (Groups is not null)
            select.Group(Groups, orderMatters);
        else if (!IsDistinct && orderMatters)
            select.Order(always: false);
        // Whole rows become one, so there is nothing to cut off.
        var (skip, take) = Groups is { Keys.Length: 0 } ? Limits : Combine(Limits, (null, use.AtMost));
        writer.Limit(skip, take);
        select.Lock();
        select.Joins();
        writer.Leave(outer);
    }
}

/// <summary>Two SELECTs combined as sets.</summary>
internal sealed class CompoundBody : SelectBody
{
    /// <summary>SQLite takes 500 SELECTs in one compound; more are nested.</summary>
    private const int MostInChain = 400;

    private readonly SelectBody _left;
    private readonly SetOperation _operation;
    private readonly SelectBody _right;
    private readonly (int? Skip, int? Take) _limits;
    private readonly int _count;

    public CompoundBody(SelectBody left, SetOperation operation, SelectBody right)
        : this(left, operation, right, default) => left.Shape.DemandAlike(right.Shape, operation, left.RowName, right.RowName);

    private CompoundBody(SelectBody left, SetOperation operation, SelectBody right, (int? Skip, int? Take) limits)
    {
        _left = left;
        _operation = operation;
        _right = right;
        _limits = limits;
        _count = IsChained ? ((CompoundBody)left)._count + 1 : 2;
    }

    public override RowShape Shape => _left.Shape;

    public override Database Database => _left.Database;

    public override string RowName => _left.RowName;

    public override string? Tag => _left.Tag;

    public override bool IsLimited => _limits is not (null, null);

    public override bool CanBeNull(int ordinal) => _operation switch
    {
        SetOperation.Except => _left.CanBeNull(ordinal),
        SetOperation.Intersect => _left.CanBeNull(ordinal) && _right.CanBeNull(ordinal),
        _ => _left.CanBeNull(ordinal) || _right.CanBeNull(ordinal),
    };

    /// <summary>Whether the left side is a compound by the same operation, which stands beside the right side without parentheses.</summary>
    private bool IsChained => _left is CompoundBody { IsLimited: false } left && left._operation == _operation && left._count < MostInChain;

    public override SelectBody Limit(int? skip, int? take) => new CompoundBody(_left, _operation, _right, Combine(_limits, (skip, take)));

    public override void Write(SqlWriter writer, BodyUse use)
    {
        writer.DemandSameDatabase(_right);
        var arm = use with { IsStatement = false, AtMost = null };
        if (IsChained)
            _left.Write(writer, arm);
        else
            _left.WriteArm(writer, arm);
        writer.Append(_operation.Sql);
        _right.WriteArm(writer, arm);
        var (skip, take) = Combine(_limits, (null, use.AtMost));
        writer.Limit(skip, take);
    }
}

/// <summary>All columns of another SELECT: what follows applies to the rows that it leaves.</summary>
internal sealed class WrappedBody(SelectBody inner, bool isDistinct) : SelectBody
{
    private (int? Skip, int? Take) _limits;

    public override RowShape Shape => inner.Shape;

    public override Database Database => inner.Database;

    public override string RowName => inner.RowName;

    public override string? Tag => inner.Tag;

    public override bool IsLimited => _limits is not (null, null);

    public override bool CanBeNull(int ordinal) => inner.CanBeNull(ordinal);

    public override SelectBody Limit(int? skip, int? take) => new WrappedBody(inner, isDistinct) { _limits = Combine(_limits, (skip, take)) };

    public override void Write(SqlWriter writer, BodyUse use)
    {
        writer.Append(isDistinct ? "SELECT DISTINCT * FROM (" : "SELECT * FROM (");
        inner.Write(writer, use with { IsNamed = true, IsStatement = false, AtMost = null });
        writer.Append(") AS ");
        writer.Append(writer.NewAlias());
        var (skip, take) = Combine(_limits, (null, use.AtMost));
        writer.Limit(skip, take);
    }
}

/// <summary>GROUP BY, HAVING and ORDER BY.</summary>
internal sealed record GroupClauses(Clause[] Keys, Clause[] Conditions, OrderClause[] Orders);
