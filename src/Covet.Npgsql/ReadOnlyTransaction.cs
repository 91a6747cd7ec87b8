using System.Data;
using System.Data.Common;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>A transaction that is made read-only together with its first statement, as Npgsql sends BEGIN: neither costs a round trip.</summary>
internal sealed class ReadOnlyTransaction(NpgsqlTransaction inner) : DbTransaction
{
    /// <summary>What makes it read-only; PostgreSQL takes it at any time, but undoes it at the end of a savepoint.</summary>
    public const string Announcement = "SET TRANSACTION READ ONLY";

    /// <summary>Npgsql's own.</summary>
    public NpgsqlTransaction Inner => inner;

    /// <summary>Whether the server was told; what was refused before it was sent told it nothing.</summary>
    public bool IsAnnounced { get; set; }

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection? DbConnection => inner.Connection;

    public override void Commit() => inner.Commit();

    public override Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

    public override void Rollback() => inner.Rollback();

    public override Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    public override async Task SaveAsync(string savepointName, CancellationToken cancellationToken = default)
    {
        if (!IsAnnounced)
        {
            var command = new NpgsqlCommand(Announcement, inner.Connection, inner);
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            IsAnnounced = true;
        }
        await inner.SaveAsync(savepointName, cancellationToken).ConfigureAwait(false);
    }

    public override Task RollbackAsync(string savepointName, CancellationToken cancellationToken = default) => inner.RollbackAsync(savepointName, cancellationToken);

    public override Task ReleaseAsync(string savepointName, CancellationToken cancellationToken = default) => inner.ReleaseAsync(savepointName, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
