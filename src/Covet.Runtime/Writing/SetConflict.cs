namespace Covet.Infrastructure;

/// <summary>A write of one instance through a related set that looks first for a row that is the same.</summary>
internal abstract class SetConflict<TChild>(Database database) where TChild : class, IModel<TChild>
{
    protected Database Database { get; } = database;

    public Task UpsertAsync<TConflicts>(IUniqueModel<TChild, TConflicts> child, Func<TConflicts, ConflictTarget<TChild>> conflict, CancellationToken cancellationToken)
        where TConflicts : struct
        => RunAsync(
            child,
            conflict,
            SaveKind.Upsert,
            async (write, session) =>
            {
                await write.UpsertAsync(Database, session, cancellationToken).ConfigureAwait(false);
                return (child.Self, false);
            },
            cancellationToken);

    public Task<(TChild Model, bool Created)> GetOrCreateAsync<TConflicts>(
        IUniqueModel<TChild, TConflicts> child, Func<TConflicts, ConflictTarget<TChild>> conflict, CancellationToken cancellationToken)
        where TConflicts : struct
        => RunAsync(child, conflict, SaveKind.Insert, (write, session) => write.GetOrCreateAsync(Database, session, cancellationToken), cancellationToken);

    public Task<(TChild Model, bool Created)> UpdateOrCreateAsync<TConflicts>(
        IUniqueModel<TChild, TConflicts> child, Func<TConflicts, ConflictTarget<TChild>> conflict, CancellationToken cancellationToken)
        where TConflicts : struct
        => RunAsync(child, conflict, SaveKind.Upsert, (write, session) => write.UpdateOrCreateAsync(Database, session, cancellationToken), cancellationToken);

    /// <summary>Prepares the write, drops the caches on both sides, and runs it.</summary>
    protected abstract Task<(TChild Model, bool Created)> RunAsync(
        TChild child,
        ConflictFacts<TChild> facts,
        SaveKind kind,
        Func<ConflictWrite<TChild>, DatabaseSession, Task<(TChild Model, bool Created)>> run,
        CancellationToken cancellationToken);

    private Task<(TChild Model, bool Created)> RunAsync<TConflicts>(
        IUniqueModel<TChild, TConflicts> child,
        Func<TConflicts, ConflictTarget<TChild>> conflict,
        SaveKind kind,
        Func<ConflictWrite<TChild>, DatabaseSession, Task<(TChild Model, bool Created)>> run,
        CancellationToken cancellationToken)
        where TConflicts : struct
    {
        var facts = ConflictWrite<TChild>.FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(child);
        return RunAsync(child.Self, facts, kind, run, cancellationToken);
    }
}
