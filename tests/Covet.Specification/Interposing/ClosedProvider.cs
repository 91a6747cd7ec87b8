using System.Data.Common;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>A provider that has no connection to give.</summary>
/// <param name="inner">The provider that it looks like.</param>
public sealed class ClosedProvider(IDatabaseProvider inner) : IDatabaseProvider
{
    public SqlDialect Dialect => inner.Dialect;

    public SqlExecutor Executor => inner.Executor;

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => throw new IOException("Nobody answers.");

    public ValueTask ReleaseAsync(DbConnection connection) => inner.ReleaseAsync(connection);

    public ValueTask DisposeAsync() => default;

    public void Dispose()
    {
    }
}
