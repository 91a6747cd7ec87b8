using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A query, or a branch of a prefetch: what both hold. Immutable.</summary>
public abstract class PrefetchBranch : SelectQuery
{
    private protected PrefetchBranch(QueryStart start)
    {
        Database = start.Database;
        Relation = start.Relation;
        Owner = start.Owner;
        Mode = start.Owner?.Source?.Mode;
    }

    private protected PrefetchBranch(PrefetchBranch source) : base(source)
    {
        Relation = source.Relation;
        Owner = source.Owner;
        Includes = source.Includes;
        Branches = source.Branches;
        Place = source.Place;
        Source = source.Source;
        HasKeysInside = source.HasKeysInside;
        IsSnapshot = source.IsSnapshot;
        Recursion = source.Recursion;
    }

    /// <summary>The relation that it loads, or that limits it to one instance's rows.</summary>
    internal Relation? Relation { get; }

    /// <summary>The instance whose rows it is limited to.</summary>
    internal IModel? Owner { get; }

    internal ColumnPath[] Includes { get; set; } = [];

    internal PrefetchBranch[] Branches { get; set; } = [];

    /// <summary>A place of its own for what the branch loads.</summary>
    internal Slot? Place { get; set; }

    /// <summary>What stands for the model's table: raw SQL, a union.</summary>
    internal RowSource? Source { get; set; }

    /// <summary>Whether <see cref="Source"/> is limited to the owner's rows already.</summary>
    internal bool HasKeysInside { get; set; }

    /// <summary>Whether the whole graph is read in one snapshot; null for what the database says.</summary>
    internal bool? IsSnapshot { get; set; }

    internal bool ReadsSnapshot => IsSnapshot ?? Database!.SnapshotReads;

    /// <summary>Whether it follows its relation level by level, and how far.</summary>
    internal Recursion? Recursion { get; set; }

    internal abstract ModelInfo Model { get; }

    internal override string RowName => Model.Name;

    internal override RowShape OwnShape => ModelShape.Plain;

    internal override RelationKeys? Keys => Owner is null || HasKeysInside ? null : Relation!.KeysOf(Owner)
        ?? throw new InvalidOperationException($"This {Owner.Model.Name} has no key, so {Relation} leads nowhere.");

    internal override bool IsBare => base.IsBare && Owner is null;

    /// <summary>Whether it asks for all of a table, and for nothing besides.</summary>
    internal bool IsUntouched => IsPlain && Relation is null && Branches.Length == 0 && Tag is null;

    /// <summary>Whether it loads the relation as it is: all rows, nothing joined, into the plain cache.</summary>
    internal bool IsPlain => IsWhole && Recursion is null;

    /// <summary>Whether nothing but <see cref="Recursion"/> makes it other than the relation as it is.</summary>
    internal bool IsWhole => Conditions.Length == 0 && Orders.Length == 0 && Includes.Length == 0 && !IsLimited && Place is null && Mode is null && Source is null && Lock is null;

    /// <summary>The query, limited to so many rows.</summary>
    internal abstract PrefetchBranch AtMost(int count);

    /// <summary>The query, after the check that all its rows can be written by a method.</summary>
    /// <exception cref="InvalidOperationException">They can't.</exception>
    internal abstract PrefetchBranch Written(string method);

    internal abstract ValueTask<long> CountRowsAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => Relation is { } relation ? relation.ToString() : base.ToString();
}

/// <summary>That a branch of a prefetch follows its relation level by level.</summary>
/// <param name="MaxDepth">How many levels; null for all.</param>
internal readonly record struct Recursion(int? MaxDepth);
