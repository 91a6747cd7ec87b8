using System.Runtime.CompilerServices;

namespace Covet.Infrastructure;

/// <summary>Runs a query's statements.</summary>
internal static class QueryRun
{
    public static async ValueTask<ModelList<TModel>> ModelsAsync<TModel>(PrefetchBranch query, int? expected, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var includes = IncludeNode.Tree(query);
        var nodes = PrefetchTree.Build(query.Branches);
        var list = new ModelList<TModel>(query, includes, int.MaxValue, expected);
        await database.Session.ReadAsync(SelectWriter.Models(query, database.Dialect, includes), list, cancellationToken).ConfigureAwait(false);
        await list.CompleteAsync(nodes, cancellationToken).ConfigureAwait(false);
        return list;
    }

    public static async IAsyncEnumerable<TModel> StreamAsync<TModel>(
        PrefetchBranch query, int chunk, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var includes = IncludeNode.Tree(query);
        var nodes = PrefetchTree.Build(query.Branches);
        bool whole = database.Session.ReadsWhole(nodes.Count > 0);
        var result = await database.Session.OpenAsync(SelectWriter.Models(query, database.Dialect, includes), cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            var lists = new Queue<ModelList<TModel>>();
            bool more = true;
            while (more || lists.Count > 0)
            {
                if (more)
                {
                    var next = new ModelList<TModel>(query, includes, chunk, null);
                    more = await result.ConsumeAsync(next, chunk, cancellationToken).ConfigureAwait(false);
                    lists.Enqueue(next);
                    if (whole && more)
                        continue;
                    if (whole)
                        await result.DisposeAsync().ConfigureAwait(false);
                }
                var list = lists.Dequeue();
                await list.CompleteAsync(nodes, cancellationToken).ConfigureAwait(false);
                foreach (var model in list.Models)
                    yield return model;
            }
        }
    }

    public static async Task<long> CountAsync(PrefetchBranch query, CancellationToken cancellationToken)
        => await ScalarAsync<long>(query.Database!, SelectWriter.Count(query, query.Database!.Dialect), cancellationToken).ConfigureAwait(false);

    public static async Task<bool> AnyAsync(PrefetchBranch query, CancellationToken cancellationToken)
        => await ScalarAsync<bool>(query.Database!, SelectWriter.Any(query, query.Database!.Dialect), cancellationToken).ConfigureAwait(false);

    public static async Task<T> ScalarAsync<T>(Database database, Statement statement, CancellationToken cancellationToken)
    {
        var rows = new RowList<T>(RowShape.Scalar<T>(), database, database.FetchMode, 1);
        await database.Session.ReadAsync(statement, rows, cancellationToken).ConfigureAwait(false);
        return rows.Items is [var first, ..] ? first : throw new InvalidOperationException("The statement gave no row where one value was expected.");
    }

    public static async Task<string> ExplainAsync(PrefetchBranch query, Statement statement, CancellationToken cancellationToken)
    {
        var database = query.Database!;
        var lines = new LastColumn();
        await database.Session.ReadAsync(statement with { Text = database.Dialect.Explain(statement.Text) }, lines, cancellationToken).ConfigureAwait(false);
        return string.Join('\n', lines.Lines);
    }

    /// <summary>The text of a plan: its only column on PostgreSQL, the fourth on SQLite.</summary>
    private sealed class LastColumn : ResultConsumer
    {
        public List<string> Lines { get; } = [];

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                Lines.Add(reader.GetString(reader.FieldCount - 1));
            Rows = Lines.Count;
        }
    }
}
