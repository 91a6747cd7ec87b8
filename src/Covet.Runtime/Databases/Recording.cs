namespace Covet;

/// <summary>The statements that ran since <see cref="Database.Record"/>, in the asynchronous flow of its caller. Dispose it to stop.</summary>
public sealed class Recording : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<RecordedStatement> _statements = [];
    private readonly Recording? _outer;
    private readonly AsyncLocal<Recording?> _current;
    private int _roundTrips;
    private bool _stopped;

    internal Recording(AsyncLocal<Recording?> current)
    {
        _current = current;
        _outer = current.Value;
        current.Value = this;
    }

    /// <summary>The statements in the order in which they ended; a copy. BEGIN, COMMIT and savepoints are not among them.</summary>
    public IReadOnlyList<RecordedStatement> Statements
    {
        get
        {
            lock (_lock)
                return _statements.ToArray();
        }
    }

    /// <summary>How often the database was asked: a batch of statements is one round trip.</summary>
    public int RoundTrips
    {
        get
        {
            lock (_lock)
                return _roundTrips;
        }
    }

    /// <summary>Stops recording, in every flow that inherited it.</summary>
    public void Dispose()
    {
        lock (_lock)
            _stopped = true;
        if (_current.Value == this)
            _current.Value = _outer;
    }

    internal void Add(ReadOnlySpan<RecordedStatement> statements)
    {
        lock (_lock)
        {
            if (!_stopped)
            {
                _roundTrips++;
                _statements.AddRange(statements);
            }
        }
        _outer?.Add(statements);
    }
}
