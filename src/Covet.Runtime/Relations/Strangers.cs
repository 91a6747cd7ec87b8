namespace Covet.Infrastructure;

/// <summary>Says what to do with an instance that came from no database.</summary>
internal static class Strangers
{
    /// <summary>The exception for a relation of it that is asked for, or written.</summary>
    public static InvalidOperationException Of(IModel owner, Relation relation) => new(owner.HasKey
        ? $"This {owner.Model.Name} has a key, but was never loaded or saved, or it was deleted, so it has no {relation.Name}: " +
        $"load it, as db.{relation.ParentTable}.FindAsync(...) does, or insert it if it is new."
        : $"This {owner.Model.Name} was never saved or loaded, so it has no {relation.Name}: insert it first, or load it from a database.");
}
