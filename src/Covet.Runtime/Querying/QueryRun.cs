namespace Covet.Infrastructure;

/// <summary>Runs a query's statements.</summary>
internal static class QueryRun
{
    public static async ValueTask<ModelList<TModel>> ModelsAsync<TModel>(PrefetchBranch query, int? expected, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var database = query.Database!;
        var includes = IncludeNode.Tree(query);
        var nodes = PrefetchTree.Build(database, query.Branches);
        var list = new ModelList<TModel>(query, includes, int.MaxValue, expected);
        DemandLock(database, query.Lock);
        var statement = SelectWriter.Models(query, includes);
        if (nodes.Count == 0)
        {
            await database.Session.ReadAsync(statement, list, cancellationToken).ConfigureAwait(false);
            list.Complete();
            return list;
        }
        var reads = GraphRead.Of(database, query.ReadsSnapshot);
        await using (reads.ConfigureAwait(false))
        {
            await reads.ReadAsync([new BatchItem(statement, list)], isDeepest: false, cancellationToken).ConfigureAwait(false);
            await list.CompleteAsync(nodes, reads, cancellationToken).ConfigureAwait(false);
        }
        return list;
    }

    public static Task<long> CountAsync(SelectQuery query, CancellationToken cancellationToken)
        => ScalarAsync<long>(query.Database!, SelectWriter.Count(query), cancellationToken);

    public static Task<bool> AnyAsync(SelectQuery query, CancellationToken cancellationToken)
        => ScalarAsync<bool>(query.Database!, SelectWriter.Any(query), cancellationToken);

    /// <summary>Demands a transaction for a query that locks its rows.</summary>
    public static void DemandLock(Database database, RowLock? rowLock)
    {
        if (rowLock is not null && database.Session.Transaction is null)
            throw new InvalidOperationException("ForUpdate and ForShare lock rows until the transaction ends, and there is none: run the query inside TransactionAsync, on its database.");
    }

    public static async Task<T> ScalarAsync<T>(Database database, Statement statement, CancellationToken cancellationToken)
    {
        var rows = new RowList<T>(ScalarShape<T>.Instance, database, database.FetchMode, 1);
        await database.Session.ReadAsync(statement, rows, cancellationToken).ConfigureAwait(false);
        return rows.Items is [var first, ..] ? first : throw new InvalidOperationException("The statement gave no row where one value was expected.");
    }

    public static async Task<string> ExplainAsync(Database database, Statement statement, CancellationToken cancellationToken)
    {
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
