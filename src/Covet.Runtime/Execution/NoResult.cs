namespace Covet.Infrastructure;

/// <summary>Takes the result of a statement that gives none.</summary>
public sealed class NoResult : ResultConsumer
{
    /// <summary>The one that there is.</summary>
    public static NoResult Instance { get; } = new();

    private NoResult()
    {
    }

    /// <inheritdoc/>
    public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) => default;
}
