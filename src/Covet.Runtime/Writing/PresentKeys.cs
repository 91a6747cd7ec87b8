namespace Covet.Infrastructure;

/// <summary>Reads the keys of the rows that a set has in the database.</summary>
internal sealed class PresentKeys<TParent, TChild, TKey, TChildKey, TQuery>(SetRelation<TParent, TChild, TKey, TChildKey, TQuery> relation) : ResultConsumer
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    public HashSet<TChildKey> Keys { get; } = [];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Keys.Add(relation.ReadKey(ref reader));
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => relation.ReadKey(ref noted));
            }
            Rows++;
        }
    }
}
