using System.Data;
using System.Data.Common;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>A transaction that is made read-only together with its first statement, as Npgsql sends BEGIN: neither costs a round trip.</summary>
internal sealed class ReadOnlyTransaction(NpgsqlTransaction inner) : DbTransaction
{
    /// <summary>What makes it read-only; PostgreSQL takes it at any time, but undoes it at the end of a savepoint.</summary>
    public const string Announcement = "SET TRANSACTION READ ONLY";

    private bool _isAnnounced;

    /// <summary>Npgsql's own.</summary>
    public NpgsqlTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection? DbConnection => inner.Connection;

    /// <summary>Npgsql's transaction, of whatever kind this is.</summary>
    public static NpgsqlTransaction? Own(DbTransaction? transaction) => transaction is ReadOnlyTransaction own ? own.Inner : (NpgsqlTransaction?)transaction;

    /// <summary>Whether the announcement has to go out with the next statement; it is taken as sent then.</summary>
    public bool TakeAnnouncement()
    {
        bool isDue = !_isAnnounced;
        _isAnnounced = true;
        return isDue;
    }

    public override void Commit() => inner.Commit();

    public override Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

    public override void Rollback() => inner.Rollback();

    public override Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    public override async Task SaveAsync(string savepointName, CancellationToken cancellationToken = default)
    {
        if (TakeAnnouncement())
        {
            var command = new NpgsqlCommand(Announcement, inner.Connection, inner);
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
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
