using System.Data;
using System.Data.Common;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>A provider that notes the lists of keys that reading statements bind. The provider behind it stays open.</summary>
/// <param name="inner">The provider that does the work.</param>
public sealed class ListeningProvider(IDatabaseProvider inner) : IDatabaseProvider
{
    private readonly ListeningExecutor _executor = new(inner.Executor);

    /// <summary>The values of each list, in the order of the statements.</summary>
    public List<List<object>> Lists => _executor.Lists;

    /// <inheritdoc/>
    public SqlDialect Dialect => inner.Dialect;

    /// <inheritdoc/>
    public SqlExecutor Executor => _executor;

    /// <inheritdoc/>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(DbConnection connection) => inner.ReleaseAsync(connection);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class ListeningExecutor(SqlExecutor executor) : SqlExecutor
    {
        public List<List<object>> Lists { get; } = [];

        public override bool ReadsWhole => executor.ReadsWhole;

        public override RowValues Gather(RowValues rows) => executor.Gather(rows);

        public override ValueTask ReadAsync(
            DbConnection connection, DbTransaction? transaction, Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
        {
            statement.Parameters.BindTo(new ListBinder(Lists));
            return executor.ReadAsync(connection, transaction, statement, consumer, cancellationToken);
        }

        public override ValueTask<RowStream> OpenStreamAsync(DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
            => executor.OpenStreamAsync(connection, transaction, statement, cancellationToken);

        public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
            => executor.BeginAsync(connection, isolationLevel, isReadOnly, cancellationToken);

        public override bool IsActive(DbConnection connection, DbTransaction transaction) => executor.IsActive(connection, transaction);

        public override Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken) => executor.CommitAsync(transaction, cancellationToken);

        public override Task<int> ExecuteAsync(DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
            => executor.ExecuteAsync(connection, transaction, statement, cancellationToken);

        public override Task ExecuteBatchAsync(DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
        {
            foreach (var item in items)
                item.Statement.Parameters.BindTo(new ListBinder(Lists));
            return executor.ExecuteBatchAsync(connection, transaction, items, cancellationToken);
        }

        public override DatabaseFailure? Describe(Exception exception) => executor.Describe(exception);
    }

    private sealed class ListBinder(List<List<object>> lists) : ParameterBinder
    {
        public override void Add<T>(string name, T value)
        {
        }

        public override void AddNull<T>(string name)
        {
        }

        public override void AddJson(string name, string? json)
        {
        }

        public override void AddList<T>(string name, IReadOnlyList<T> values) => lists.Add([.. values.Cast<object>()]);

        public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => lists.Add([.. keys.Cast<object>()]);

        public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => lists.Add([.. keys.Cast<object>()]);
    }
}
