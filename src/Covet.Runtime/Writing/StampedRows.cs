namespace Covet.Infrastructure;

/// <summary>Takes the keys of rows that a set's UPDATE wrote, and their versions before and after where they have any.</summary>
internal sealed class StampedRows<TParent, TChild, TKey, TChildKey, TQuery>(SetRelation<TParent, TChild, TKey, TChildKey, TQuery> relation) : ResultConsumer
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly Dictionary<TChildKey, (long Before, long After)> _versions = [];

    /// <summary>Whether the rows have something that their UPDATE returns.</summary>
    public static bool HasAny => TChild.Info.Version is not null || TChild.Info.UpdatedAt is not null;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Take(ref reader);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => Take(ref noted), TChild.Info);
            }
            Rows++;
        }
    }

    /// <summary>Gives an instance what was written. One that is stale stays so, that its own next write finds out.</summary>
    public void Apply(TChild child, DateTimeOffset now)
    {
        if (!_versions.TryGetValue(relation.ChildKey(child), out var version))
            return;
        if (TChild.Info.Version is not null)
        {
            if (TChild.Writer.GetVersion(child) != version.Before)
                return;
            TChild.Writer.SetVersion(child, version.After);
        }
        TChild.Writer.Stamp(child, now, isNew: false);
    }

    private void Take<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        int version = TChild.Info.KeyArray.Length;
        var key = relation.ReadKey(ref row);
        _versions[key] = TChild.Info.Version is null ? default : (TChild.Writer.ReadVersion(ref row, version), TChild.Writer.ReadVersion(ref row, version + 1));
    }
}
