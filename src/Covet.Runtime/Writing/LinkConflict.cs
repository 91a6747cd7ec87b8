namespace Covet.Infrastructure;

/// <summary>Such a write through the links of a parent: what was found or written is linked in the same transaction.</summary>
internal sealed class LinkConflict<TChild>(LinkWrite<TChild> links, Database database, LinkFill? fill) : SetConflict<TChild>(database) where TChild : class, IModel<TChild>
{
    protected override async Task<(TChild Model, bool Created)> RunAsync(
        TChild child,
        ConflictFacts<TChild> facts,
        SaveKind kind,
        Func<ConflictWrite<TChild>, DatabaseSession, Task<(TChild Model, bool Created)>> run,
        CancellationToken cancellationToken)
    {
        var write = ConflictWrite<TChild>.Begin(Database, facts, child, kind);
        links.ForgetCaches(child);
        (TChild Model, bool Created) written;
        try
        {
            written = await Database.Session.TransactAsync(
                async session =>
                {
                    var result = await run(write, session).ConfigureAwait(false);
                    await links.LinkAsync(session, result.Model, fill, cancellationToken).ConfigureAwait(false);
                    return result;
                },
                cancellationToken).ConfigureAwait(false);
            Database.Session.Transaction?.OnRollback(() =>
            {
                write.Undo();
                links.ForgetCaches(child);
            });
        }
        catch
        {
            write.Undo();
            throw;
        }
        finally
        {
            // Someone may have loaded what was there before the write.
            links.ForgetCaches(child);
        }
        write.Complete();
        return written;
    }
}
