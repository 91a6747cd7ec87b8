using Npgsql;

namespace Covet.Infrastructure;

/// <summary>One COPY of many rows into a table.</summary>
internal sealed class Copy(NpgsqlConnection connection, NpgsqlDataSource source, string command, CopiedRows rows)
{
    private const int MostBytes = 64 * 1024;

    private const int RowsPerReport = 5_000;

    private readonly CopyBuffer _buffer = new();
    private int _next;
    private int _reported;

    /// <summary>Sends the rows; a failure, or a cancellation, leaves a transaction to be rolled back and a connection that is usable.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var binder = new CopyBinder(_buffer);
        _buffer.Header();
        Fill(binder);
        var stream = await connection.BeginRawBinaryCopyAsync(command, cancellationToken).ConfigureAwait(false);
        var cancellation = new BackendCancellation(source, connection.ProcessID, command, cancellationToken);
        await using (cancellation.ConfigureAwait(false))
        {
            try
            {
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    // Not to be cancelled, which would break the connection.
                    await stream.WriteAsync(_buffer.Written, CancellationToken.None).ConfigureAwait(false);
                    Report();
                    if (_next == rows.Values.Count)
                        break;
                    _buffer.Clear();
                    Fill(binder);
                }
            }
            catch
            {
                await AbandonAsync(stream).ConfigureAwait(false);
                throw;
            }
            try
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }
        }
    }

    /// <summary>Writes rows into the buffer until it is full; the end behind the last one.</summary>
    private void Fill(CopyBinder binder)
    {
        while (_next < rows.Values.Count && _buffer.Length < MostBytes)
        {
            _buffer.Row(rows.Columns.Count);
            rows.Values.Bind(binder, _next++);
        }
        if (_next == rows.Values.Count)
            _buffer.Trailer();
    }

    private void Report()
    {
        if (_next - _reported < RowsPerReport && _next < rows.Values.Count)
            return;
        _reported = _next;
        rows.Progress?.Report(_next);
    }

    /// <summary>Has the server forget what was sent. Why it may have failed already isn't what is thrown.</summary>
    private static async ValueTask AbandonAsync(NpgsqlRawCopyStream stream)
    {
        try
        {
            await stream.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or ObjectDisposedException)
        {
        }
    }
}
