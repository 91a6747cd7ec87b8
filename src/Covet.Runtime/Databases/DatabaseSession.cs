using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Covet.Infrastructure;

/// <summary>
/// Where a database's commands run: on a connection taken for each call, or on the one connection of a transaction. Observes what runs.
/// </summary>
public abstract partial class DatabaseSession
{
    private readonly AsyncLocal<Recording?> _recording;
    private Database? _database;

    private protected DatabaseSession(IDatabaseProvider provider)
    {
        Provider = provider;
        _recording = new AsyncLocal<Recording?>();
    }

    private protected DatabaseSession(DatabaseSession outer)
    {
        Provider = outer.Provider;
        Logger = outer.Logger;
        _database = outer._database;
        _recording = outer._recording;
    }

    /// <summary>The provider of the connections.</summary>
    public IDatabaseProvider Provider { get; }

    internal ILogger? Logger { get; set; }

    internal Recording? CurrentRecording => _recording.Value;

    internal abstract DatabaseTransaction? Transaction { get; }

    internal Recording Record() => new(_recording);

    /// <summary>Takes the connection that the next commands run on.</summary>
    internal abstract ValueTask<DbConnection> AcquireAsync(CancellationToken cancellationToken);

    /// <summary>Gives it back.</summary>
    internal abstract ValueTask ReleaseAsync(DbConnection connection);

    /// <summary>Starts a transaction, or a savepoint within one.</summary>
    /// <exception cref="InvalidOperationException">The options can't be had here.</exception>
    internal abstract ValueTask<DatabaseTransaction> BeginAsync(TransactionOptions options, CancellationToken cancellationToken);

    /// <summary>Keeps what is to run after COMMIT; runs it at once outside a transaction.</summary>
    internal abstract Task OnCommitAsync(Func<Task> callback);

    /// <summary>Says whose session it is.</summary>
    internal void Own(Database database) => _database = database;

    /// <summary>What an exception means: Covet's own for what the driver says, anything else as it is.</summary>
    internal Exception Translate(Exception exception, FailureStep step)
        => Failures.Translate(exception, Provider.Executor, step, () => _database?.Facts ?? []);

    /// <summary>Takes note of what failed on the acquired connection.</summary>
    /// <returns>Covet's exception for it, to be thrown; what needs none is thrown here, as it came.</returns>
    internal Exception Fault(Exception exception, FailureStep step = FailureStep.Run)
    {
        var fault = Translate(exception, step);
        if (step != FailureStep.Open)
            Failed(fault);
        if (ReferenceEquals(fault, exception))
            ExceptionDispatchInfo.Throw(exception);
        return fault;
    }

    /// <summary>Takes note of what a statement on the acquired connection failed with.</summary>
    internal virtual void Failed(Exception exception)
    {
    }

    /// <summary>
    /// Keeps what takes a write back in memory until it is known how the transaction ends: runs it, the last first, when the transaction or the savepoint
    /// that the write was done in is rolled back, or at once when that has happened already. Does nothing outside a transaction.
    /// </summary>
    internal virtual void OnRollback(Action? undo)
    {
    }

    /// <summary>Takes note of a stream that occupies the acquired connection.</summary>
    internal virtual void Keep(OpenResult stream)
    {
    }

    /// <summary>Whether a stream's rows are read as a whole before the first is given out, so that the connection is free in between.</summary>
    internal bool ReadsWhole(bool prefetches) => Transaction is null ? Provider.Executor.ReadsWhole : prefetches;

    /// <summary>Counts a round trip that carries no statement to record.</summary>
    internal void CountRoundTrip()
    {
        Telemetry.RoundTrips.Add(1, new KeyValuePair<string, object?>("db.system.name", Provider.Dialect.SystemName));
        CurrentRecording?.Add([]);
    }

    /// <summary>Runs one statement and hands its rows to the consumer: one round trip.</summary>
    internal async ValueTask ReadAsync(Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        var operation = new Operation(this, statement);
        try
        {
            var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await Provider.Executor.ReadAsync(connection, Transaction?.Inner, statement, consumer, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception);
            }
            finally
            {
                await ReleaseAsync(connection).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
        operation.End(statement, consumer.Rows);
    }

    /// <summary>Runs one statement for its effect: one round trip.</summary>
    internal async ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        var operation = new Operation(this, statement);
        int changed;
        try
        {
            var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                changed = await Provider.Executor.ExecuteAsync(connection, Transaction?.Inner, statement, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception);
            }
            finally
            {
                await ReleaseAsync(connection).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
        operation.End(statement, Math.Max(changed, 0));
        return changed;
    }

    /// <summary>Runs the statements in order, each result to its consumer: one round trip. Recorded unless none of them is counted.</summary>
    /// <param name="items">The statements.</param>
    /// <param name="held">A connection that the caller holds; null to take one for the call.</param>
    /// <param name="cancellationToken">Cancels them.</param>
    internal async ValueTask ReadBatchAsync(IReadOnlyList<BatchItem> items, DbConnection? held, CancellationToken cancellationToken)
    {
        if (held is null && items is [{ IsCounted: true, GivesRows: true } only])
        {
            await ReadAsync(only.Statement, only.Consumer, cancellationToken).ConfigureAwait(false);
            return;
        }
        Operation? operation = items.Any(item => item.IsCounted) ? new Operation(this, items) : null;
        try
        {
            var connection = held ?? await AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await Provider.Executor.ExecuteBatchAsync(connection, Transaction?.Inner, items, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception);
            }
            finally
            {
                if (held is null)
                    await ReleaseAsync(connection).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            operation?.Fail(exception);
            throw;
        }
        operation?.End(items);
    }

    /// <summary>Copies rows into their table, if that does the same as INSERT: one round trip to find out, which isn't recorded as a statement, then the copy.</summary>
    /// <returns><see langword="false"/> when INSERT has to; nothing was written then.</returns>
    internal async ValueTask<bool> TryCopyAsync(CopiedRows rows, CancellationToken cancellationToken)
    {
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            string? command;
            try
            {
                command = await Provider.Executor.PrepareCopyAsync(connection, Transaction?.Inner, rows, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception);
            }
            CountRoundTrip();
            if (command is null)
                return false;
            await CopyAsync(connection, command, rows, cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            await ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    /// <summary>Runs one statement whose rows are taken piece by piece.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="held">A connection that the caller holds; null for one that the result takes and gives back.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal async ValueTask<OpenResult> OpenAsync(Statement statement, DbConnection? held, CancellationToken cancellationToken)
    {
        var operation = new Operation(this, statement);
        try
        {
            var connection = held ?? await AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var rows = await Provider.Executor.OpenStreamAsync(connection, Transaction?.Inner, statement, cancellationToken).ConfigureAwait(false);
                var result = new OpenResult(this, connection, held is not null, rows, statement, operation);
                Keep(result);
                return result;
            }
            catch (Exception exception)
            {
                try
                {
                    throw Fault(exception);
                }
                finally
                {
                    if (held is null)
                        await ReleaseAsync(connection).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    private async ValueTask CopyAsync(DbConnection connection, string command, CopiedRows rows, CancellationToken cancellationToken)
    {
        var statement = new Statement(command, new RowParameters(rows.Values));
        var operation = new Operation(this, statement);
        try
        {
            try
            {
                await Provider.Executor.CopyAsync(connection, command, rows, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception);
            }
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
        operation.End(statement, rows.Values.Count);
    }
}
