using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A query, or a branch of a prefetch: what both hold. Immutable.</summary>
public abstract class PrefetchBranch
{
    private protected PrefetchBranch(QueryStart start)
    {
        Database = start.Database;
        Relation = start.Relation;
        Owner = start.Owner;
        Mode = start.Owner?.Source?.Mode;
    }

    private protected PrefetchBranch(PrefetchBranch source)
    {
        Database = source.Database;
        Relation = source.Relation;
        Owner = source.Owner;
        Conditions = source.Conditions;
        Orders = source.Orders;
        Includes = source.Includes;
        Branches = source.Branches;
        Skipped = source.Skipped;
        Taken = source.Taken;
        Place = source.Place;
        Mode = source.Mode;
        Raw = source.Raw;
    }

    /// <summary>The database to ask; null in a branch of a prefetch.</summary>
    internal Database? Database { get; private protected set; }

    /// <summary>The relation that it loads, or that limits it to one instance's rows.</summary>
    internal Relation? Relation { get; }

    /// <summary>The instance whose rows it is limited to.</summary>
    internal IModel? Owner { get; }

    internal Clause[] Conditions { get; set; } = [];

    internal OrderClause[] Orders { get; set; } = [];

    internal ColumnPath[] Includes { get; set; } = [];

    internal PrefetchBranch[] Branches { get; set; } = [];

    internal int? Skipped { get; set; }

    internal int? Taken { get; set; }

    /// <summary>A place of its own for what the branch loads.</summary>
    internal Slot? Place { get; set; }

    internal FetchMode? Mode { get; set; }

    /// <summary>Raw SQL instead of the table.</summary>
    internal RawExpression? Raw { get; set; }

    internal abstract ModelInfo Model { get; }

    /// <summary>Whether it loads the relation as it is: all rows, nothing joined, into the plain cache.</summary>
    internal bool IsPlain => Conditions.Length == 0 && Orders.Length == 0 && Includes.Length == 0 && !IsLimited && Place is null && Mode is null && Raw is null;

    internal bool IsLimited => Skipped is not null || Taken is not null;

    /// <summary>The query, limited to so many rows.</summary>
    internal abstract PrefetchBranch AtMost(int count);

    internal abstract ValueTask<long> CountRowsAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => Relation is { } relation ? relation.ToString() : $"{Model.Name} query";
}

/// <summary>A condition with the depth of the lambda that it was written in.</summary>
internal readonly record struct Clause(SqlExpression Expression, int Depth);

/// <summary>A term of ORDER BY.</summary>
internal readonly record struct OrderClause(SqlExpression Expression, int Depth, bool Descending);
