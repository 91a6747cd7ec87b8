namespace Covet.Infrastructure;

/// <summary>Takes the rows of a query as models, with what it includes.</summary>
internal sealed class ModelList<TModel> : ResultConsumer where TModel : class, IModel<TModel>
{
    private readonly PrefetchBranch _query;
    private readonly FetchMode _mode;
    private readonly int _atMost;
    private readonly IncludeReader[] _includes;

    public ModelList(PrefetchBranch query, List<IncludeNode> includes, int atMost, int? expected)
    {
        _query = query;
        _mode = query.Mode ?? query.Database!.FetchMode;
        _atMost = atMost;
        _includes = IncludeReader.For(includes, query.Database!, _mode);
        Models = expected is { } count and < 1024 ? new List<TModel>(count) : [];
    }

    public List<TModel> Models { get; }

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (Models.Count < _atMost && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var model = TModel.Read(ref reader, 0);
                if (_includes.Length > 0)
                    ReadIncluded(ref reader, model);
                Models.Add(model);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of<TModel>(reader, 0, exception);
            }
        }
        Rows = Models.Count;
    }

    /// <summary>Makes the models siblings, introduces them to the instance whose rows they are, and prefetches.</summary>
    /// <param name="nodes">What to prefetch.</param>
    /// <param name="reads">What the levels run on; it hears of their end also when there are none.</param>
    /// <param name="cancellationToken">Cancels the prefetch.</param>
    public async ValueTask CompleteAsync(List<PrefetchNode> nodes, GraphRead reads, CancellationToken cancellationToken)
    {
        Adopt();
        if (nodes.Count > 0 && Models.Count > 0)
            await PrefetchRun.RunAsync(new PrefetchContext(_query.Database!, _mode, reads), nodes, Models, cancellationToken).ConfigureAwait(false);
        else
            await reads.EndLevelsAsync(cancellationToken).ConfigureAwait(false);
        Introduce();
    }

    /// <summary>The same where nothing is prefetched.</summary>
    public void Complete()
    {
        Adopt();
        Introduce();
    }

    private void Adopt()
    {
        Siblings<TModel>.Adopt(_query.Database!, _mode, Models);
        foreach (var include in _includes)
            include.End();
    }

    private void Introduce()
    {
        if (_query is not { Owner: { } owner, Relation: { } relation })
            return;
        foreach (var model in Models)
            relation.Introduce(model, owner);
    }

    private void ReadIncluded<TReader>(ref TReader row, TModel model) where TReader : struct, IRowReader
    {
        int ordinal = TModel.ColumnCount;
        foreach (var include in _includes)
            include.Read(ref row, ref ordinal, model);
    }
}
