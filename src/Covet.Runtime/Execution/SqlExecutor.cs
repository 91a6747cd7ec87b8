using System.Data;
using System.Data.Common;
using Dapper;

namespace Covet.Infrastructure;

/// <summary>
/// The one seam through which commands reach a database. The default runs them with Dapper, in the two ways that emit no IL; a provider
/// overrides what it can do better: a batch in one round trip, a kept command, a faster reader.
/// </summary>
public abstract class SqlExecutor
{
    /// <summary>Runs a statement and hands its rows to the consumer, one round trip.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction that it is in; <see langword="null"/> for none.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="consumer">Who takes the rows.</param>
    /// <param name="cancellationToken">Cancels it. What has written already, and would be kept, isn't cancelled any more.</param>
    public virtual async ValueTask ReadAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        var reader = await OpenReaderAsync(connection, transaction, statement, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            await ConsumeAsync(reader, consumer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement whose rows are taken piece by piece, one round trip.</summary>
    /// <returns>The rows; the caller disposes it when it was read to its end, or else abandons it.</returns>
    public virtual async ValueTask<RowStream> OpenStreamAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => new ReaderStream(this, await OpenReaderAsync(connection, transaction, statement, cancellationToken).ConfigureAwait(false));

    /// <summary>Whether a stream outside a transaction is read as a whole before its first row is given out.</summary>
    public virtual bool ReadsWhole => false;

    /// <summary>Starts a transaction.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isolationLevel">What it sees of others; unspecified for the database's default.</param>
    /// <param name="isReadOnly">Whether writes in it fail.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="NotSupportedException">The provider has no read-only transactions.</exception>
    public virtual ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return isReadOnly
            ? throw new NotSupportedException("This provider has no read-only transactions.")
            : connection.BeginTransactionAsync(isolationLevel, cancellationToken);
    }

    /// <summary>Whether the database is still in a transaction that neither failed nor ended through Covet, as far as the driver knows; no round trip.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    public virtual bool IsActive(DbConnection connection, DbTransaction transaction) => true;

    /// <summary>Whether a transaction is a part of one around it that Covet doesn't see the end of, such as a TransactionScope: a commit of it isn't final.</summary>
    /// <param name="transaction">The transaction.</param>
    public virtual bool IsPart(DbTransaction transaction) => false;

    /// <summary>Commits a transaction.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">Cancels the commit.</param>
    public virtual Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Runs a statement for its effect, one round trip.</summary>
    /// <returns>The number of rows that it changed.</returns>
    public virtual Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => connection.ExecuteAsync(Command(transaction, statement, cancellationToken));

    /// <summary>Runs statements in order and hands each result to its consumer; in one round trip where the provider can.</summary>
    public virtual async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var reader = await OpenReaderAsync(connection, transaction, item.Statement, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                await ConsumeAsync(reader, item.Consumer, cancellationToken).ConfigureAwait(false);
            if (!item.GivesRows)
                item.Consumer.TakeCount(reader.RecordsAffected);
        }
    }

    /// <summary>Takes as many rows as one statement carries well, from the first on, by the size of their values.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>At least the first row, ready to be bound by <see cref="ParameterBinder.AddRows"/>.</returns>
    /// <exception cref="InvalidValueException">A value can't be stored as it is.</exception>
    public virtual RowValues Gather(RowValues rows) => rows;

    /// <summary>From how many rows on <see cref="CopyAsync"/> is faster than INSERT; <see langword="null"/> where the database has no such way.</summary>
    public virtual int? LeastRowsToCopy => null;

    /// <summary>Finds out whether rows can be copied into their table with the same outcome as by INSERT, one round trip.</summary>
    /// <returns>The command that does it, for <see cref="CopyAsync"/>; <see langword="null"/> when INSERT has to.</returns>
    public virtual Task<string?> PrepareCopyAsync(DbConnection connection, DbTransaction? transaction, CopiedRows rows, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    /// <summary>Copies rows into their table, in a transaction, which has to be rolled back when this fails.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="command">What <see cref="PrepareCopyAsync"/> gave.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Cancels it; the connection stays usable.</param>
    public virtual Task CopyAsync(DbConnection connection, string command, CopiedRows rows, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says what a driver's exception means. Called once for each that leaves the executor.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>What it means; <see langword="null"/> for one that isn't the driver's.</returns>
    public virtual DatabaseFailure? Describe(Exception exception) => null;

    /// <summary>Makes the binder that fills a command's parameters, for a provider whose commands Dapper runs.</summary>
    /// <param name="parameters">The command's parameters, empty.</param>
    protected virtual ParameterBinder CreateBinder(DbParameterCollection parameters) => throw new NotSupportedException();

    /// <summary>Runs a statement and gives its result, one round trip.</summary>
    /// <returns>The provider's own reader; the caller disposes it.</returns>
    protected virtual async Task<DbDataReader> OpenReaderAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => Own(await OpenWrappedAsync(connection, transaction, statement, cancellationToken).ConfigureAwait(false));

    /// <summary>Hands a result to its consumer through the provider's row reader; may be called again on the same result.</summary>
    /// <param name="reader">What <see cref="OpenReaderAsync"/> gave.</param>
    /// <param name="consumer">Who takes the rows.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    protected virtual ValueTask ConsumeAsync(DbDataReader reader, ResultConsumer consumer, CancellationToken cancellationToken)
        => consumer.ConsumeAsync(new DbRowReader(reader), cancellationToken);

    /// <summary>Runs a statement and gives its result as Dapper wraps it, with the command.</summary>
    protected Task<DbDataReader> OpenWrappedAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => connection.ExecuteReaderAsync(Command(transaction, statement, cancellationToken));

    /// <summary>The provider's own reader in Dapper's.</summary>
    protected static DbDataReader Own(DbDataReader reader) => reader is IWrappedDataReader { Reader: DbDataReader own } ? own : reader;

    /// <summary>Says that it is text: Dapper takes a single word (VACUUM) for a procedure's name.</summary>
    private CommandDefinition Command(DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => new(statement.Text, new DapperParameters(this, statement.Parameters), transaction, commandType: CommandType.Text, cancellationToken: cancellationToken);

    private sealed class ReaderStream(SqlExecutor executor, DbDataReader reader) : RowStream
    {
        public override ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken) => executor.ConsumeAsync(reader, consumer, cancellationToken);

        public override ValueTask DisposeAsync() => reader.DisposeAsync();
    }

    /// <summary>Covet's parameters in the one form that Dapper takes without reflection.</summary>
    private sealed class DapperParameters(SqlExecutor executor, SqlParameters parameters) : SqlMapper.IDynamicParameters
    {
        public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
            => parameters.BindTo(executor.CreateBinder(((DbCommand)command).Parameters));
    }
}
