using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Takes the first column of all rows.</summary>
public sealed class FirstColumn<T> : ResultConsumer
{
    /// <summary>What was read.</summary>
    public List<T> Values { get; } = [];

    /// <summary>How often a result was handed over.</summary>
    public int Results { get; private set; }

    /// <inheritdoc/>
    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        Results++;
        while (await reader.ReadAsync(cancellationToken))
            Values.Add(RowValue.Read<TReader, T>(ref reader, 0));
        Rows = Values.Count;
    }
}
