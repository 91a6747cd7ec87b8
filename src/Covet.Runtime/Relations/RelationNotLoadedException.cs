using System.ComponentModel;

namespace Covet;

/// <summary>A relation was read that isn't in memory. What isn't awaited never touches the database; the message says what to write.</summary>
public sealed class RelationNotLoadedException : CovetException
{
    private RelationNotLoadedException(string message, string model, string relation) : base(message)
    {
        Model = model;
        Relation = relation;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The relation's name on that model.</summary>
    public string Relation { get; }

    /// <summary>For a relation to one row.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="relation">The relation's name.</param>
    /// <param name="table">The name of the model's table on the database class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RelationNotLoadedException ForOne(string model, string relation, string table) => new(
        $"{model}.{relation} isn't loaded, and reading it sends no query. Load it with the query: db.{table}.Prefetch(x => x.{relation}) " +
        $"or .Include(x => x.{relation}); or here: await instance.Load{relation}Async().",
        model, relation);

    /// <summary>For a relation to many rows.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="relation">The relation's name.</param>
    /// <param name="table">The name of the model's table on the database class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RelationNotLoadedException ForMany(string model, string relation, string table) => new(
        $"{model}.{relation} isn't loaded, and All() sends no query. Load it with the query: db.{table}.Prefetch(x => x.{relation}); " +
        $"or here: await instance.{relation}.AllAsync().",
        model, relation);

    /// <summary>For a place declared with <c>[Into]</c>.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="place">The place's name.</param>
    /// <param name="relation">The relation that it takes rows of.</param>
    /// <param name="table">The name of the model's table on the database class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static RelationNotLoadedException ForPlace(string model, string place, string relation, string table) => new(
        $"{model}.{place} isn't filled. Fill it with the query: db.{table}.Prefetch(x => x.{relation}.Into(x.{place})).",
        model, place);

    internal static RelationNotLoadedException ForRaise(Infrastructure.Relation relation) => new(
        $"{relation} isn't loaded and the fetch mode is Raise. Load it with the query: db.{relation.ParentTable}.Prefetch(x => x.{relation.Name}).",
        relation.Parent.Name, relation.Name);
}
