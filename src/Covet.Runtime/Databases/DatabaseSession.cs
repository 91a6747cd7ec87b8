using System.Data.Common;
using System.Diagnostics;

namespace Covet.Infrastructure;

/// <summary>
/// Where a database's commands run: on a connection taken for each call, or on the one connection of a transaction. Records what runs.
/// </summary>
public abstract class DatabaseSession
{
    private readonly AsyncLocal<Recording?> _recording;

    private protected DatabaseSession(IDatabaseProvider provider, AsyncLocal<Recording?> recording)
    {
        Provider = provider;
        _recording = recording;
    }

    /// <summary>The provider of the connections.</summary>
    public IDatabaseProvider Provider { get; }

    internal Recording Record() => new(_recording);

    internal abstract DatabaseTransaction? Transaction { get; }

    private protected AsyncLocal<Recording?> RecordingFlow => _recording;

    /// <summary>Takes the connection that the next commands run on.</summary>
    internal abstract ValueTask<DbConnection> AcquireAsync(CancellationToken cancellationToken);

    /// <summary>Gives it back.</summary>
    internal abstract ValueTask ReleaseAsync(DbConnection connection);

    /// <summary>Starts a transaction, or a savepoint within one.</summary>
    internal abstract ValueTask<DatabaseTransaction> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Runs one statement and hands its rows to the consumer: one round trip.</summary>
    internal async ValueTask ReadAsync(Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var reader = await Provider.Executor.OpenReaderAsync(connection, Transaction?.Inner, statement, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                await Provider.Executor.ConsumeAsync(reader, consumer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(connection).ConfigureAwait(false);
        }
        Note(statement, consumer.Rows, started);
    }

    /// <summary>Runs one statement for its effect: one round trip.</summary>
    internal async ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        int changed;
        try
        {
            changed = await Provider.Executor.ExecuteAsync(connection, Transaction?.Inner, statement, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(connection).ConfigureAwait(false);
        }
        Note(statement, Math.Max(changed, 0), started);
        return changed;
    }

    /// <summary>Runs the statements in order, each result to its consumer: one round trip.</summary>
    internal async ValueTask ReadBatchAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        if (items is [var only])
        {
            await ReadAsync(only.Statement, only.Consumer, cancellationToken).ConfigureAwait(false);
            return;
        }
        long started = Stopwatch.GetTimestamp();
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Provider.Executor.ExecuteBatchAsync(connection, Transaction?.Inner, items, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ReleaseAsync(connection).ConfigureAwait(false);
        }
        if (_recording.Value is not { } recording)
            return;
        var elapsed = Stopwatch.GetElapsedTime(started);
        recording.Add([.. items.Select(item => Recorded(item.Statement, item.Consumer.Rows, elapsed))]);
    }

    /// <summary>Runs one statement whose rows are taken piece by piece.</summary>
    internal async ValueTask<OpenResult> OpenAsync(Statement statement, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var reader = await Provider.Executor.OpenReaderAsync(connection, Transaction?.Inner, statement, cancellationToken).ConfigureAwait(false);
            return new OpenResult(this, connection, reader, rows => Note(statement, rows, started));
        }
        catch
        {
            await ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    private void Note(Statement statement, long rows, long started)
    {
        if (_recording.Value is { } recording)
            recording.Add([Recorded(statement, rows, Stopwatch.GetElapsedTime(started))]);
    }

    private static RecordedStatement Recorded(Statement statement, long rows, TimeSpan elapsed)
        => new(statement.Text, ParameterNames.Of(statement.Parameters), rows, elapsed);
}
