using Microsoft.Extensions.Logging;

namespace Covet.Infrastructure;

/// <content>Running work in transactions.</content>
public abstract partial class DatabaseSession
{
    /// <summary>Runs work in a transaction, or in a savepoint within one: committed when it returns, rolled back when it throws.</summary>
    internal Task<TResult> TransactAsync<TResult>(Func<DatabaseTransaction, Task<TResult>> work, CancellationToken cancellationToken)
        => TransactAsync(work, TransactionOptions.None, cancellationToken);

    /// <summary>Runs work in a transaction, once, and then what was to follow its COMMIT.</summary>
    internal async Task<TResult> TransactAsync<TResult>(Func<DatabaseTransaction, Task<TResult>> work, TransactionOptions options, CancellationToken cancellationToken)
    {
        TResult result;
        var transaction = await BeginAsync(options, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            result = await work(transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        if (transaction.Callbacks.Count > 0)
            await RunAsync(transaction.Callbacks).ConfigureAwait(false);
        return result;
    }

    /// <summary>Runs work in a transaction, again and again while others are why it fails.</summary>
    /// <exception cref="InvalidOperationException">The caller is in a transaction, which alone could be run again.</exception>
    internal async Task<TResult> RetryAsync<TResult>(
        Func<DatabaseTransaction, Task<TResult>> work, TransactionOptions options, TransactionRetry retry, TimeProvider clock, CancellationToken cancellationToken)
    {
        DemandOutermost();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TransactAsync(work, options, cancellationToken).ConfigureAwait(false);
            }
            catch (CovetException exception) when (TransactionRetry.Helps(exception))
            {
                exception.Attempts = attempt;
                if (attempt == retry.Attempts)
                    throw;
                LogRetry(exception, attempt);
            }
            await Task.Delay(retry.PauseAfter(attempt, Random.Shared.NextDouble()), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Logs a rollback that failed; what it was for is thrown.</summary>
    internal void LogRollbackFailure(Exception exception)
    {
        if (Logger is { } logger && logger.IsEnabled(LogLevel.Warning))
            LogMessages.RollbackFailed(logger, exception);
    }

    /// <summary>Runs what takes writes back in memory; a failure is logged and stops none of the others.</summary>
    internal void Undo(IReadOnlyList<Action> undos)
    {
        foreach (var undo in undos)
        {
            try
            {
                undo();
            }
            catch (Exception exception)
            {
                LogRollbackFailure(exception);
            }
        }
    }

    /// <summary>What OnCommit says where the COMMIT is a scope's.</summary>
    private protected static InvalidOperationException UnseenCommit()
        => new("OnCommit knows nothing of a TransactionScope: use its TransactionCompleted event, or TransactionAsync instead of the scope.");

    /// <summary>Runs what was to follow a COMMIT, all of it whatever fails.</summary>
    private static async Task RunAsync(IReadOnlyList<Func<Task>> callbacks)
    {
        List<Exception>? failures = null;
        foreach (var callback in callbacks)
        {
            try
            {
                await callback().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                (failures ??= []).Add(exception);
            }
        }
        if (failures is not null)
            throw new CommitCallbackException(failures, callbacks.Count);
    }

    private void DemandOutermost()
    {
        if (Transaction is null && System.Transactions.Transaction.Current is null)
            return;
        string outer = Transaction is null ? "the TransactionScope around it" : "the outer TransactionAsync";
        throw new InvalidOperationException(
            "A nested transaction can't be retried: what it read before belongs to the transaction that is around it, and has to be read again, too. " +
            $"Leave Retry out here; {outer} is what can be run again.");
    }

    private void LogRetry(Exception exception, int attempt)
    {
        if (Logger is { } logger && logger.IsEnabled(LogLevel.Information))
            LogMessages.TransactionRetried(logger, attempt, exception);
    }
}
