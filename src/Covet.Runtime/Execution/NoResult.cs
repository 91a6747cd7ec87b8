namespace Covet.Infrastructure;

/// <summary>Takes the result of a statement that gives none.</summary>
internal sealed class NoResult : ResultConsumer
{
    public static readonly NoResult Instance = new();

    private NoResult()
    {
    }

    public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) => default;
}
