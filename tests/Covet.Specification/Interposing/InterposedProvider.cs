using System.Data.Common;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>A provider with something in its way; counts the connections that are out.</summary>
/// <param name="inner">The provider, which stays open when this one is closed.</param>
/// <param name="interposition">What is in its way.</param>
public sealed class InterposedProvider(IDatabaseProvider inner, Interposition interposition) : IDatabaseProvider
{
    private int _out;

    /// <summary>The connections that were taken and not given back.</summary>
    public int ConnectionsOut => _out;

    public SqlDialect Dialect => inner.Dialect;

    public SqlExecutor Executor { get; } = new InterposedExecutor(inner.Executor, interposition);

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await inner.OpenAsync(cancellationToken);
        Interlocked.Increment(ref _out);
        return connection;
    }

    public ValueTask ReleaseAsync(DbConnection connection)
    {
        Interlocked.Decrement(ref _out);
        return inner.ReleaseAsync(connection);
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose()
    {
    }
}
