namespace Covet;

/// <summary>How an instance is saved, as its <c>OnSaving</c> and <c>OnSaved</c> are told.</summary>
public enum SaveKind
{
    /// <summary>It is inserted: by InsertAsync, InsertManyAsync, GetOrCreateAsync, or as a new member of a related set.</summary>
    Insert,

    /// <summary>Its row is updated: by UpdateAsync or UpdateManyAsync of instances, all columns or some.</summary>
    Update,

    /// <summary>It is inserted, or updates the row that is there: by UpsertAsync, UpsertManyAsync, UpdateOrCreateAsync.</summary>
    Upsert,
}
