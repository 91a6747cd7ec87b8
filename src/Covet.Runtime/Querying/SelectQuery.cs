using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A question for rows: where they come from, which of them, in which order. Immutable.</summary>
public abstract class SelectQuery
{
    private protected SelectQuery()
    {
    }

    private protected SelectQuery(SelectQuery source)
    {
        Database = source.Database;
        Conditions = source.Conditions;
        Orders = source.Orders;
        Skipped = source.Skipped;
        Taken = source.Taken;
        Lock = source.Lock;
        Tag = source.Tag;
        Mode = source.Mode;
    }

    /// <summary>The database to ask; null in a branch of a prefetch.</summary>
    internal Database? Database { get; private protected set; }

    internal Clause[] Conditions { get; set; } = [];

    internal OrderClause[] Orders { get; set; } = [];

    internal int? Skipped { get; set; }

    internal int? Taken { get; set; }

    /// <summary>How the rows are locked until the transaction ends.</summary>
    internal RowLock? Lock { get; set; }

    /// <summary>The comment in front of the statement.</summary>
    internal string? Tag { get; set; }

    /// <summary>What relations of the loaded instances do when they are awaited and not loaded; null for what the database says.</summary>
    internal FetchMode? Mode { get; set; }

    internal bool IsLimited => Skipped is not null || Taken is not null;

    /// <summary>Whether nothing narrows or orders its rows, so that what they come from can stand for it.</summary>
    internal virtual bool IsBare => Conditions.Length == 0 && Orders.Length == 0 && !IsLimited && Lock is null;

    /// <summary>What its rows come from.</summary>
    internal abstract FromItem[] From { get; }

    /// <summary>What messages call its rows.</summary>
    internal abstract string RowName { get; }

    /// <summary>The columns that it gives where it stands in another statement's FROM.</summary>
    internal abstract RowShape OwnShape { get; }

    /// <summary>The keys that limit it to the rows of one instance.</summary>
    internal virtual RelationKeys? Keys => null;

    /// <summary>The same rows as a subquery, so that what follows applies to what Skip and Take left.</summary>
    internal abstract SelectQuery Nested();

    /// <summary>The query, after the check that it can run by itself.</summary>
    /// <exception cref="InvalidOperationException">It is a branch of a prefetch.</exception>
    internal abstract SelectQuery Asked();

    /// <summary>The query, after the check that it locks nothing: it is a part of another.</summary>
    internal SelectQuery Unlocked() => Lock is null ? this : throw new InvalidOperationException(
        $"This {this} locks its rows, but they become groups, distinct rows or a part of another statement. Lock them by a query of their own, or leave ForUpdate out.");

    /// <summary>What selects its own columns.</summary>
    internal SelectBody OwnBody() => new PlainBody(Asked(), OwnShape, 0);

    /// <summary>It as what another query's rows come from.</summary>
    internal FromItem ToItem() => IsBare && From is [var only] ? only : new FromItem(From[0].Model, new BodySource(OwnBody()));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => $"{RowName} query";
}

/// <summary>A condition with the depth of the lambda that it was written in.</summary>
internal readonly record struct Clause(SqlExpression Expression, int Depth);

/// <summary>A term of ORDER BY.</summary>
internal readonly record struct OrderClause(SqlExpression Expression, int Depth, bool Descending);

/// <summary>One table of a FROM clause, or what stands for one.</summary>
/// <param name="Model">The model whose columns it has; null for columns that were selected.</param>
/// <param name="Source">What stands for the model's table; null for the table itself.</param>
/// <param name="On">How it is joined to those before it; null for the first.</param>
/// <param name="IsOptional">Whether rows before it stay when nothing matches: LEFT JOIN.</param>
internal sealed record FromItem(ModelInfo? Model, RowSource? Source, Clause? On = null, bool IsOptional = false);
