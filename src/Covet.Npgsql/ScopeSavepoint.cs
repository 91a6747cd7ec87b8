using System.Data;
using System.Data.Common;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>A transaction within a <see cref="System.Transactions.TransactionScope"/>: a savepoint, since the scope's end is what commits.</summary>
internal sealed class ScopeSavepoint : DbTransaction
{
    private const string Name = "covet_scope";

    private readonly NpgsqlConnection _connection;
    private bool _hasEnded;

    private ScopeSavepoint(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The scope's, which isn't known here.</summary>
    public override IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => _connection;

    /// <summary>Whether a connection is part of a scope, and so can't begin a transaction of its own.</summary>
    public static bool IsNeeded(NpgsqlConnection connection)
        => System.Transactions.Transaction.Current is not null && new NpgsqlConnectionStringBuilder(connection.ConnectionString).Enlist;

    /// <summary>Begins it: one round trip.</summary>
    /// <exception cref="InvalidOperationException">What only a transaction of one's own can have was asked for.</exception>
    public static async ValueTask<DbTransaction> BeginAsync(
        NpgsqlConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        if (isolationLevel != IsolationLevel.Unspecified || isReadOnly)
        {
            throw new InvalidOperationException(
                $"A transaction inside a TransactionScope is a savepoint of it and can't be {(isReadOnly ? "read-only" : $"of the level {isolationLevel}")} by itself: " +
                "use TransactionAsync instead of the scope, or leave the option out.");
        }
        var savepoint = new ScopeSavepoint(connection);
        await savepoint.SaveAsync(Name, cancellationToken).ConfigureAwait(false);
        return savepoint;
    }

    public override void Commit() => throw new NotSupportedException();

    public override void Rollback() => throw new NotSupportedException();

    public override async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await ReleaseAsync(Name, cancellationToken).ConfigureAwait(false);
        _hasEnded = true;
    }

    public override async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        _hasEnded = true;
        await RollbackAsync(Name, cancellationToken).ConfigureAwait(false);
        await ReleaseAsync(Name, cancellationToken).ConfigureAwait(false);
    }

    public override Task SaveAsync(string savepointName, CancellationToken cancellationToken = default) => RunAsync("SAVEPOINT " + savepointName, cancellationToken);

    public override Task RollbackAsync(string savepointName, CancellationToken cancellationToken = default)
        => RunAsync("ROLLBACK TO SAVEPOINT " + savepointName, cancellationToken);

    public override Task ReleaseAsync(string savepointName, CancellationToken cancellationToken = default)
        => RunAsync("RELEASE SAVEPOINT " + savepointName, cancellationToken);

    /// <summary>Rolls back what has neither been committed nor rolled back, so that the scope can't complete half of it.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (!_hasEnded)
            await RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, _connection);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
