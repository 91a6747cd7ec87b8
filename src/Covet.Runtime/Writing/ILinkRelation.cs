namespace Covet.Infrastructure;

/// <summary>A relation whose links can be written, whatever the parent and the keys.</summary>
internal interface ILinkRelation<TChild> where TChild : class, IModel<TChild>
{
    /// <summary>Prepares a write of the links of one parent.</summary>
    LinkWrite<TChild> Write(IModel parent, Database database);
}

/// <summary>One write of the links of a parent, whatever the keys.</summary>
internal abstract class LinkWrite<TChild> where TChild : class, IModel<TChild>
{
    public abstract Task AddAsync(IEnumerable<TChild> children, LinkFill? fill, CancellationToken cancellationToken);

    public abstract Task AddKeysAsync<TGiven>(IEnumerable<TGiven> keys, LinkFill? fill, CancellationToken cancellationToken);

    public abstract Task<TChild> CreateAsync(TChild child, LinkFill? fill, CancellationToken cancellationToken);

    public abstract Task SetAsync(IEnumerable<TChild> children, LinkFill? fill, CancellationToken cancellationToken);

    public abstract Task SetKeysAsync<TGiven>(IEnumerable<TGiven> keys, LinkFill? fill, CancellationToken cancellationToken);

    public abstract Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken);

    public abstract Task RemoveKeysAsync<TGiven>(IEnumerable<TGiven> keys, CancellationToken cancellationToken);

    public abstract Task ClearAsync(CancellationToken cancellationToken);

    /// <summary>Drops the caches of the parent and of a child.</summary>
    public abstract void ForgetCaches(TChild child);

    /// <summary>Links one child as a part of a larger write; the caches are dropped before.</summary>
    public abstract Task LinkAsync(DatabaseSession session, TChild child, LinkFill? fill, CancellationToken cancellationToken);
}
