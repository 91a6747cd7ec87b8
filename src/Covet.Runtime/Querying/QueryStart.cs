using System.ComponentModel;

namespace Covet.Infrastructure;

/// <summary>Where a query begins: at a table, at a relation of a prefetch, at one instance's relation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct QueryStart
{
    /// <summary>All rows of a table.</summary>
    public QueryStart(Database database) => Database = database;

    /// <summary>A relation, for a prefetch.</summary>
    public QueryStart(Relation relation) => Relation = relation;

    /// <summary>The rows that a relation leads to from one instance.</summary>
    public QueryStart(Database database, Relation relation, IModel owner)
    {
        Database = database;
        Relation = relation;
        Owner = owner;
    }

    internal Database? Database { get; }

    internal Relation? Relation { get; }

    internal IModel? Owner { get; }
}
