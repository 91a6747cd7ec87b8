using System.Data.Common;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Tests on the level of statements, each with a database of its own. Inherited once by each provider.</summary>
/// <param name="fixture">The database; initialized and disposed with the test, so that its skip is the test's.</param>
public abstract class ProviderSuite(ProviderFixture fixture) : IAsyncLifetime
{
    /// <summary>The provider under test.</summary>
    protected IDatabaseProvider Provider => fixture.Provider;

    /// <summary>How the database spells SQL.</summary>
    protected SqlDialect Dialect => Provider.Dialect;

    /// <inheritdoc/>
    public Task InitializeAsync() => fixture.InitializeAsync();

    /// <inheritdoc/>
    public Task DisposeAsync() => fixture.DisposeAsync();

    /// <summary>Runs a statement on a connection of its own.</summary>
    protected async Task<int> ExecuteAsync(string sql, SqlParameters? parameters = null)
    {
        await using var lease = await LeaseAsync();
        return await lease.ExecuteAsync(sql, parameters);
    }

    /// <summary>Reads the first column of all rows, on a connection of its own.</summary>
    protected async Task<List<T>> ReadAsync<T>(string sql, SqlParameters? parameters = null)
    {
        await using var lease = await LeaseAsync();
        return await lease.ReadAsync<T>(sql, parameters);
    }

    /// <summary>Reads the one value of a statement.</summary>
    protected async Task<T> ScalarAsync<T>(string sql, SqlParameters? parameters = null) => Assert.Single(await ReadAsync<T>(sql, parameters));

    /// <summary>Takes a connection.</summary>
    protected async Task<Lease> LeaseAsync() => new(Provider, await Provider.OpenAsync(CancellationToken.None));

    /// <summary>A text written by the dialect, with its parameters.</summary>
    private protected Statement Written(Action<SqlWriter> write)
    {
        var writer = new SqlWriter(Dialect);
        write(writer);
        return writer.ToStatement();
    }
}

/// <summary>A connection of a provider, given back at the end.</summary>
public sealed class Lease(IDatabaseProvider provider, DbConnection connection) : IAsyncDisposable
{
    /// <summary>The connection.</summary>
    public DbConnection Connection => connection;

    /// <summary>The transaction that statements run in.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Runs a statement for its effect.</summary>
    public Task<int> ExecuteAsync(string sql, SqlParameters? parameters = null, CancellationToken cancellationToken = default)
        => provider.Executor.ExecuteAsync(connection, Transaction, new Statement(sql, parameters ?? SqlParameters.None), cancellationToken);

    /// <summary>Reads the first column of all rows.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, SqlParameters? parameters = null, CancellationToken cancellationToken = default)
    {
        var column = new FirstColumn<T>();
        await provider.Executor.ReadAsync(connection, Transaction, new Statement(sql, parameters ?? SqlParameters.None), column, cancellationToken);
        return column.Values;
    }

    /// <summary>Runs a batch.</summary>
    public Task BatchAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken = default)
        => provider.Executor.ExecuteBatchAsync(connection, Transaction, items, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => provider.ReleaseAsync(connection);
}
