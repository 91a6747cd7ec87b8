using System.Data;

namespace Covet;

/// <summary>How a transaction runs. What isn't said is as the database does it by itself, without retries.</summary>
public sealed record TransactionOptions
{
    /// <summary>The options that say nothing.</summary>
    internal static TransactionOptions None { get; } = new();

    /// <summary>
    /// What the transaction sees of others; <see cref="System.Data.IsolationLevel.Unspecified"/> is the database's own default: READ COMMITTED on PostgreSQL. On PostgreSQL
    /// <see cref="System.Data.IsolationLevel.Snapshot"/> is REPEATABLE READ. A transaction of SQLite is always serializable, which keeps the promises of every level.
    /// A nested transaction has the level of the outer one and may name no other.
    /// </summary>
    /// <exception cref="ArgumentException">It is <see cref="System.Data.IsolationLevel.Chaos"/>, which no database has.</exception>
    public IsolationLevel IsolationLevel
    {
        get;
        init => field = value != IsolationLevel.Chaos ? value : throw new ArgumentException("No database has the isolation level Chaos.", nameof(value));
    } = IsolationLevel.Unspecified;

    /// <summary>
    /// Whether a write in it fails, with a <see cref="ReadOnlyDatabaseException"/>. On SQLite it takes no lock that keeps writers out, and sees the database as it is at its first
    /// statement. A nested transaction may be read-only only inside one that is.
    /// </summary>
    public bool IsReadOnly { get; init; }

    /// <summary>When and how often the delegate is run again because of other transactions; null for never. Not for nested transactions: the whole has to be run again.</summary>
    public TransactionRetry? Retry { get; init; }
}
