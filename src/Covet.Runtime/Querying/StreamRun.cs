using System.Runtime.CompilerServices;

namespace Covet.Infrastructure;

/// <summary>Runs a query whose rows are given out chunk by chunk, each with its prefetch.</summary>
internal static class StreamRun
{
    public static IAsyncEnumerable<TModel> ModelsAsync<TModel>(PrefetchBranch query, int chunk, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var nodes = PrefetchTree.Build(database, query.Branches);
        QueryRun.DemandLock(database, query.Lock);
        bool usesCursor = nodes.Count > 0 && database.Dialect.HasCursors
            && (database.Session.Transaction is not null || (query.ReadsSnapshot && GraphRead.CanOpen(database)));
        return usesCursor ? ByCursor<TModel>(query, nodes, chunk, cancellationToken) : ByReader<TModel>(query, nodes, chunk, cancellationToken);
    }

    /// <summary>One open result; the levels run beside it, on its connection where that is in a snapshot.</summary>
    private static async IAsyncEnumerable<TModel> ByReader<TModel>(
        PrefetchBranch query, List<PrefetchNode> nodes, int chunk, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var includes = IncludeNode.Tree(query);
        bool whole = database.Session.ReadsWhole(nodes.Count > 0);
        var reads = GraphRead.Streamed(database, query.ReadsSnapshot && nodes.Count > 0 && !whole);
        await using (reads.ConfigureAwait(false))
        {
            var result = await reads.OpenAsync(SelectWriter.Models(query, includes), cancellationToken).ConfigureAwait(false);
            await using (result.ConfigureAwait(false))
            {
                var lists = new Queue<ModelList<TModel>>();
                bool more = true;
                while (more || lists.Count > 0)
                {
                    if (more)
                    {
                        var next = new ModelList<TModel>(query, includes, chunk, null);
                        more = await reads.ConsumeAsync(result, next, chunk, cancellationToken).ConfigureAwait(false);
                        lists.Enqueue(next);
                        if (whole && more)
                            continue;
                        if (whole)
                            await result.DisposeAsync().ConfigureAwait(false);
                    }
                    var list = lists.Dequeue();
                    await list.CompleteAsync(nodes, reads, cancellationToken).ConfigureAwait(false);
                    foreach (var model in list.Models)
                        yield return model;
                }
            }
        }
    }

    /// <summary>A cursor of the server's: the next chunk is fetched in the round trip of this one's first level.</summary>
    private static async IAsyncEnumerable<TModel> ByCursor<TModel>(
        PrefetchBranch query, List<PrefetchNode> nodes, int chunk, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var includes = IncludeNode.Tree(query);
        var reads = GraphRead.Streamed(database, query.ReadsSnapshot);
        await using (reads.ConfigureAwait(false))
        {
            var cursor = new RowCursor(database.Session, reads, SelectWriter.Models(query, includes), chunk);
            await using (cursor.ConfigureAwait(false))
            {
                var list = new ModelList<TModel>(query, includes, chunk, null);
                await cursor.OpenAsync(list, cancellationToken).ConfigureAwait(false);
                for (ModelList<TModel>? next; ; list = next)
                {
                    next = list.Models.Count == chunk ? new ModelList<TModel>(query, includes, chunk, null) : null;
                    cursor.FetchWithLevels(list, next);
                    await list.CompleteAsync(nodes, reads, cancellationToken).ConfigureAwait(false);
                    foreach (var model in list.Models)
                        yield return model;
                    if (next is null)
                        yield break;
                }
            }
        }
    }
}
