using System.Data.Common;
using Covet.Infrastructure;

namespace Covet;

/// <summary>How Covet reaches one kind of database: connections, dialect, execution. Knows nothing of models. Thread-safe.</summary>
public interface IDatabaseProvider : IAsyncDisposable, IDisposable
{
    /// <summary>How this database spells SQL.</summary>
    SqlDialect Dialect { get; }

    /// <summary>How commands run.</summary>
    SqlExecutor Executor { get; }

    /// <summary>Takes an open connection, from a pool where there is one.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Gives back what <see cref="OpenAsync"/> took.</summary>
    /// <param name="connection">The connection; nothing runs on it any more.</param>
    ValueTask ReleaseAsync(DbConnection connection);
}
