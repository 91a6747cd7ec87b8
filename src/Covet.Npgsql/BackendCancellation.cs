using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>
/// Cancels a COPY on the server, over another connection: what the driver can cancel of it by itself breaks the connection. It looks for the very
/// command first, since behind a pooler, or on another host, the number may be that of somebody else's backend.
/// </summary>
internal sealed class BackendCancellation : IAsyncDisposable
{
    private const string Sql =
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = @pid AND state = 'active' AND query LIKE 'COPY %' AND starts_with(@command, query)";

    private readonly NpgsqlDataSource _source;
    private readonly int _backend;
    private readonly string _command;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _registration;
    private Task? _cancelling;

    /// <param name="source">Where the other connection comes from.</param>
    /// <param name="backend">The process that runs the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">What it is cancelled by.</param>
    public BackendCancellation(NpgsqlDataSource source, int backend, string command, CancellationToken cancellationToken)
    {
        (_source, _backend, _command) = (source, backend, command);
        _registration = cancellationToken.UnsafeRegister(static state => ((BackendCancellation)state!).Start(), this);
    }

    /// <summary>Ends the watch. A cancellation that is under way has reached the server then, or is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        await _end.CancelAsync().ConfigureAwait(false);
        if (_cancelling is not null)
            await _cancelling.ConfigureAwait(false);
        _end.Dispose();
    }

    private void Start()
    {
        // The other connection must not join a TransactionScope of whoever cancels.
        using (ExecutionContext.SuppressFlow())
            _cancelling = Task.Run(CancelAsync);
    }

    private async Task CancelAsync()
    {
        try
        {
            var connection = await _source.OpenConnectionAsync(_end.Token).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var command = new NpgsqlCommand(Sql, connection);
                await using (command.ConfigureAwait(false))
                {
                    command.Parameters.Add(new NpgsqlParameter<int>("pid", NpgsqlDbType.Integer) { TypedValue = _backend });
                    command.Parameters.Add(new NpgsqlParameter<string>("command", NpgsqlDbType.Text) { TypedValue = _command });
                    await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            // Then the COPY runs to its end before it is rolled back.
        }
    }
}
