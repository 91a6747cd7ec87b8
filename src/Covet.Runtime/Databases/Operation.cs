using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Covet.Infrastructure;

/// <summary>One round trip being observed: recorded, logged, traced and counted.</summary>
internal readonly struct Operation
{
    private readonly DatabaseSession _session;
    private readonly long _started;
    private readonly Activity? _activity;
    private readonly string _text;
    private readonly int _count;

    /// <summary>One statement.</summary>
    public Operation(DatabaseSession session, Statement statement) : this(session, statement.Text, 1)
    {
    }

    /// <summary>A batch, of which at least one statement is counted.</summary>
    public Operation(DatabaseSession session, IReadOnlyList<BatchItem> items)
        : this(session, items.First(item => item.IsCounted).Statement.Text, items.Count(item => item.IsCounted))
    {
    }

    private Operation(DatabaseSession session, string text, int count)
    {
        _session = session;
        _text = text;
        _count = count;
        _started = Stopwatch.GetTimestamp();
        _activity = Telemetry.Activities.StartActivity("covet.query", ActivityKind.Client);
        if (_activity is null)
            return;
        _activity.SetTag("db.system.name", session.Provider.Dialect.SystemName);
        _activity.SetTag("db.query.text", text);
        if (count > 1)
            _activity.SetTag("db.operation.batch.size", count);
    }

    /// <summary>The statement ended well.</summary>
    public void End(Statement statement, long rows)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        Measure(elapsed, rows);
        _session.CurrentRecording?.Add([Recorded(statement, rows, elapsed)]);
        if (_session.Logger is { } logger && logger.IsEnabled(LogLevel.Debug))
            LogMessages.StatementRan(logger, elapsed.TotalMilliseconds, rows, statement.Text);
    }

    /// <summary>The batch ended well.</summary>
    public void End(IReadOnlyList<BatchItem> items)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        long rows = 0;
        var counted = items.Where(item => item.IsCounted);
        foreach (var item in counted)
            rows += item.Consumer.Rows;
        Measure(elapsed, rows);
        _session.CurrentRecording?.Add([.. counted.Select(item => Recorded(item.Statement, item.Consumer.Rows, elapsed))]);
        if (_session.Logger is { } logger && logger.IsEnabled(LogLevel.Debug))
            LogMessages.BatchRan(logger, _count, elapsed.TotalMilliseconds, rows, string.Join(";\n", counted.Select(item => item.Statement.Text).Distinct()));
    }

    /// <summary>It failed.</summary>
    public void Fail(Exception exception)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        _activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        _activity?.SetTag("error.type", exception.GetType().FullName);
        Measure(elapsed, 0, exception);
        if (exception is not OperationCanceledException && _session.Logger is { } logger && logger.IsEnabled(LogLevel.Error))
            LogMessages.StatementFailed(logger, elapsed.TotalMilliseconds, _text, exception);
    }

    private static RecordedStatement Recorded(Statement statement, long rows, TimeSpan elapsed)
        => new(statement.Text, ParameterNames.Of(statement.Parameters), rows, elapsed);

    private void Measure(TimeSpan elapsed, long rows, Exception? exception = null)
    {
        _activity?.Dispose();
        var tags = new TagList { { "db.system.name", _session.Provider.Dialect.SystemName } };
        Telemetry.RoundTrips.Add(1, tags);
        Telemetry.Statements.Add(_count, tags);
        Telemetry.Rows.Add(rows, tags);
        if (exception is not null)
            tags.Add("error.type", exception.GetType().FullName);
        Telemetry.Duration.Record(elapsed.TotalSeconds, tags);
    }
}
