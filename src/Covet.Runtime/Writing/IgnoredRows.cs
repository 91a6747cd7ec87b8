namespace Covet.Infrastructure;

/// <summary>Takes no rows: the consumer of a statement without a result.</summary>
internal sealed class IgnoredRows : ResultConsumer
{
    public static readonly IgnoredRows Instance = new();

    public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) => default;
}
