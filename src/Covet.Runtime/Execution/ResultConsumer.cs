namespace Covet.Infrastructure;

/// <summary>Takes the rows of one statement's result.</summary>
public abstract class ResultConsumer
{
    /// <summary>How many rows were taken so far.</summary>
    public int Rows { get; protected set; }

    /// <summary>
    /// Takes rows until the result ends or the consumer has enough for now. Called once a result, with the provider's own reader type, so that
    /// the loop over the rows is compiled against it.
    /// </summary>
    /// <param name="reader">The result, before its first row or where an earlier call stopped.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public abstract ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) where TReader : struct, IRowReader;

    /// <summary>Takes the number of rows that a statement of a batch changed which gives none.</summary>
    /// <param name="changed">How many.</param>
    public virtual void TakeCount(int changed)
    {
    }
}
