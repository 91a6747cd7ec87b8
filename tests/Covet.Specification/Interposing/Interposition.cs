using System.Data.Common;

namespace Covet.Specification;

/// <summary>What a test does in the middle of Covet's work: before a round trip, and before a row is read. Both are counted from 1.</summary>
public class Interposition
{
    private int _trips;
    private int _rows;

    /// <summary>How many round trips there were.</summary>
    public int RoundTrips => _trips;

    /// <summary>How many rows were asked for, the ends of results included.</summary>
    public int Rows => _rows;

    /// <summary>Runs before the commands of a round trip are sent; null for nothing.</summary>
    public Func<int, DbConnection, Task>? BeforeRoundTrip { get; init; }

    /// <summary>Runs before a row is read; null for nothing.</summary>
    public Func<int, ValueTask>? BeforeRow { get; init; }

    /// <summary>Runs before a transaction is begun; null for nothing.</summary>
    public Func<DbConnection, Task>? BeforeBegin { get; init; }

    /// <summary>Runs before a COMMIT is sent; null for nothing.</summary>
    public Func<DbTransaction, Task>? BeforeCommit { get; init; }

    internal Task BeginAsync(DbConnection connection) => BeforeBegin is { } before ? before(connection) : Task.CompletedTask;

    internal Task CommitAsync(DbTransaction transaction) => BeforeCommit is { } before ? before(transaction) : Task.CompletedTask;

    internal Task RoundTripAsync(DbConnection connection)
    {
        int number = Interlocked.Increment(ref _trips);
        return BeforeRoundTrip is { } before ? before(number, connection) : Task.CompletedTask;
    }

    internal ValueTask RowAsync()
    {
        int number = Interlocked.Increment(ref _rows);
        return BeforeRow is { } before ? before(number) : default;
    }
}
