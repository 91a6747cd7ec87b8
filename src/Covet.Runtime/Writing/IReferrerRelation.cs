namespace Covet.Infrastructure;

/// <summary>A relation whose foreign keys can be written, whatever the parent and the keys.</summary>
internal interface IReferrerRelation<TChild> where TChild : class, IModel<TChild>
{
    /// <summary>Prepares a write of the set of one parent.</summary>
    ReferrerWrite<TChild> Write(IModel parent, Database database);

    /// <summary>Prepares a write of one child of a parent that looks first for a row that is the same.</summary>
    SetConflict<TChild> Conflict(IModel parent, Database database);
}

/// <summary>One write of the rows that point to a parent, whatever the keys.</summary>
internal abstract class ReferrerWrite<TChild> where TChild : class, IModel<TChild>
{
    public abstract Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken);

    public abstract Task<TChild> CreateAsync(TChild child, CancellationToken cancellationToken);

    public abstract Task SetAsync(IEnumerable<TChild> children, CancellationToken cancellationToken);

    public abstract Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken);

    public abstract Task ClearAsync(CancellationToken cancellationToken);
}
