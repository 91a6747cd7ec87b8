using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>Takes a connection for each call: what a database outside a transaction runs on.</summary>
internal sealed class PooledSession(IDatabaseProvider provider) : DatabaseSession(provider)
{
    internal override DatabaseTransaction? Transaction => null;

    internal override async ValueTask<DbConnection> AcquireAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Fault(exception, FailureStep.Open);
        }
    }

    internal override ValueTask ReleaseAsync(DbConnection connection) => Provider.ReleaseAsync(connection);

    internal override async ValueTask<DatabaseTransaction> BeginAsync(TransactionOptions options, CancellationToken cancellationToken)
    {
        var connection = await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var transaction = await Provider.Executor.BeginAsync(connection, options.IsolationLevel, options.IsReadOnly, cancellationToken).ConfigureAwait(false);
            return new DatabaseTransaction(this, connection, transaction, options);
        }
        catch (Exception exception)
        {
            await Provider.ReleaseAsync(connection).ConfigureAwait(false);
            throw Fault(exception);
        }
    }

    internal override Task OnCommitAsync(Func<Task> callback) => System.Transactions.Transaction.Current is null
        ? callback()
        : throw UnseenCommit();
}
