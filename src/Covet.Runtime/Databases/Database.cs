using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>What every <c>[Database]</c> shares. Thread-safe, but for the one that a transaction's delegate gets.</summary>
public abstract class Database : IAsyncDisposable, IDisposable
{
    private TimeProvider _timeProvider = TimeProvider.System;

    private protected Database(DatabaseSession session)
    {
        Session = session;
        session.Own(this);
        Origin = new ModelSource(this, FetchMode.Peers);
    }

    /// <summary>The database that opened the transaction which this one belongs to.</summary>
    internal Database? Outer { get; private set; }

    /// <summary>The database's tables, as DDL.</summary>
    public DatabaseSchema Schema => field ??= new DatabaseSchema(this, SchemaScript);

    /// <summary>What relations that are awaited but not loaded do, unless a query says otherwise. <see cref="FetchMode.Peers"/> at first.</summary>
    public FetchMode FetchMode
    {
        get => Origin.Mode;
        init => Origin = new ModelSource(this, value);
    }

    /// <summary>
    /// Whether a query and its prefetches read one snapshot of the database, unless a query says otherwise: true at first. A graph of several
    /// statements then runs in a read-only transaction of its own (repeatable read on PostgreSQL, deferred on SQLite) that adds no round trip: BEGIN
    /// goes out with the first statement, COMMIT with the deepest level. A graph that ends before its deepest level, for want of rows, sends COMMIT by itself,
    /// which is not counted. Means nothing inside <c>TransactionAsync</c>, where nothing is opened, and for streams of a SQLite database in memory, whose levels each see
    /// their own moment.
    /// </summary>
    public bool SnapshotReads { get; init; } = true;

    /// <summary>
    /// The clock that fills <c>[CreatedAt]</c> and <c>[UpdatedAt]</c>, and that the pauses between the attempts of a transaction go by.
    /// <see cref="TimeProvider.System"/> at first.
    /// </summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _timeProvider = value;
        }
    }

    /// <summary>Now, cut to microseconds, as both databases keep it.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            long ticks = _timeProvider.GetUtcNow().UtcTicks;
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        }
    }

    /// <summary>Where commands run.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DatabaseSession Session { get; }

    /// <summary>The whole DDL, generated.</summary>
    protected abstract SqlText SchemaScript { get; }

    /// <summary>The tables with their constraints, generated: what a failure is completed with.</summary>
    protected abstract TableFacts[] SchemaFacts { get; }

    /// <summary>The tables with their constraints.</summary>
    internal TableFacts[] Facts => SchemaFacts;

    /// <summary>The source of instances that came alone: inserted ones.</summary>
    internal ModelSource Origin { get; private set; }

    internal SqlDialect Dialect => Session.Provider.Dialect;

    /// <summary>
    /// Runs raw SQL that gives rows of a type that reads itself: a model, by its columns' names, or a projection, by its members' names. Columns may
    /// stand in any order; case and underscores don't matter, and what isn't needed is passed over.
    /// </summary>
    /// <param name="sql">The statement; holes become parameters.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<List<T>> QueryAsync<T>(SqlInterpolatedStringHandler sql, CancellationToken cancellationToken = default) where T : IRow<T>
    {
        ArgumentNullException.ThrowIfNull(sql);
        var rows = new RowList<T>(new RawShape<T>(), this, FetchMode, int.MaxValue);
        await Session.ReadAsync(StatementOf(sql), rows, cancellationToken).ConfigureAwait(false);
        T.Adopt(this, FetchMode, rows.Items);
        return rows.Items;
    }

    /// <summary>Runs raw SQL that gives one value: the first column of the first row.</summary>
    /// <param name="sql">The statement; holes become parameters.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="InvalidOperationException">There is no row, or it holds NULL and the type has no null.</exception>
    public Task<T> ScalarAsync<T>(SqlInterpolatedStringHandler sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return QueryRun.ScalarAsync<T>(this, StatementOf(sql), cancellationToken);
    }

    /// <summary>Runs raw SQL that gives a list of values: the first column of every row.</summary>
    /// <param name="sql">The statement; holes become parameters.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <exception cref="InvalidOperationException">A row holds NULL, and the type has no null.</exception>
    public async Task<List<T>> ScalarsAsync<T>(SqlInterpolatedStringHandler sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var rows = new RowList<T>(ScalarShape<T>.Instance, this, FetchMode, int.MaxValue);
        await Session.ReadAsync(StatementOf(sql), rows, cancellationToken).ConfigureAwait(false);
        return rows.Items;
    }

    /// <summary>Runs raw SQL for its effect.</summary>
    /// <param name="sql">The statement; holes become parameters.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The number of rows that it changed.</returns>
    public async Task<int> ExecuteAsync(SqlInterpolatedStringHandler sql, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return await Session.ExecuteAsync(StatementOf(sql), cancellationToken).ConfigureAwait(false);
    }

    internal void JoinTransactionOf(Database outer)
    {
        Outer = outer;
        Origin = new ModelSource(this, outer.FetchMode);
        _timeProvider = outer._timeProvider;
    }

    /// <summary>
    /// Runs something once the transaction is committed, the outermost one where it is nested: a mail to send, a message to queue. In order, after the connection was given back, so
    /// that <c>db</c> can be used in it; never when the transaction, or the savepoint that it was said in, is rolled back, nor when the answer to COMMIT was lost. Outside a
    /// transaction it runs at once. A callback that fails stops none of the others: <c>TransactionAsync</c> then throws a <see cref="CommitCallbackException"/>, and the data stays.
    /// </summary>
    /// <param name="callback">What to run.</param>
    /// <returns>Completed at once inside a transaction; outside, what the callback returned.</returns>
    /// <exception cref="InvalidOperationException">The transaction has ended, or it is one of a TransactionScope.</exception>
    public Task OnCommit(Func<Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Session.OnCommitAsync(callback);
    }

    /// <summary>Runs something once the transaction is committed, or at once outside of one; otherwise as the overload that awaits.</summary>
    /// <param name="callback">What to run.</param>
    /// <exception cref="InvalidOperationException">The transaction has ended, or it is one of a TransactionScope.</exception>
    public void OnCommit(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _ = Session.OnCommitAsync(() =>
        {
            callback();
            return Task.CompletedTask;
        });
    }

    /// <summary>Records the statements that run from here on in this asynchronous flow, transactions included.</summary>
    /// <returns>The recording; dispose it to stop.</returns>
    public Recording Record() => Session.Record();

    private Statement StatementOf(SqlInterpolatedStringHandler sql)
    {
        var statement = sql.ToStatement(Dialect);
        if (Session.Transaction is not null)
            TransactionControl.Refuse(statement.Text);
        return statement;
    }

    /// <summary>Closes the provider and its connections. Does nothing on the database of a transaction.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Session is PooledSession)
            await Session.Provider.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the provider and its connections, as <see cref="DisposeAsync"/> does, for containers that are disposed synchronously.</summary>
    public void Dispose()
    {
        if (Session is PooledSession)
            Session.Provider.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The base of a <c>[Database]</c> class.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public abstract class Database<TSelf> : Database where TSelf : Database<TSelf>, IDatabase<TSelf>
{
    /// <summary>Opens a database over a provider; no connection is taken yet.</summary>
    /// <param name="provider">A SqliteProvider or an NpgsqlProvider; closed with the database.</param>
    protected Database(IDatabaseProvider provider) : base(new PooledSession(provider ?? throw new ArgumentNullException(nameof(provider))))
    {
    }

    /// <summary>Opens a database over a session.</summary>
    /// <param name="session">Where its commands run.</param>
    protected Database(DatabaseSession session) : base(session)
    {
    }

    /// <summary>
    /// Runs the delegate in a transaction: committed when it returns, rolled back when it throws. Inside a transaction's delegate it is a
    /// savepoint. A statement that fails in it fails the transaction, also when its exception is caught: run what may fail in a nested one. Costs no round trip on PostgreSQL but COMMIT.
    /// </summary>
    /// <param name="work">Gets a database on the transaction's one connection, which isn't thread-safe.</param>
    /// <param name="cancellationToken">Cancels the wait for the connection, BEGIN, and COMMIT until it is sent.</param>
    /// <exception cref="TransactionAbortedException">A statement failed, though the delegate returned: all is rolled back.</exception>
    public Task TransactionAsync(Func<TSelf, Task> work, CancellationToken cancellationToken = default)
        => TransactionAsync(work, TransactionOptions.None, cancellationToken);

    /// <summary>Runs the delegate in a transaction and gives its result; otherwise as the overload without one.</summary>
    /// <param name="work">Gets a database on the transaction's one connection, which isn't thread-safe.</param>
    /// <param name="cancellationToken">Cancels the wait for the connection, BEGIN, and COMMIT until it is sent.</param>
    /// <returns>What <paramref name="work"/> returned.</returns>
    /// <exception cref="TransactionAbortedException">A statement failed, though the delegate returned: all is rolled back.</exception>
    public Task<TResult> TransactionAsync<TResult>(Func<TSelf, Task<TResult>> work, CancellationToken cancellationToken = default)
        => TransactionAsync(work, TransactionOptions.None, cancellationToken);

    /// <summary>Runs the delegate in a transaction as the options say: isolated, read-only, again when others made it fail.</summary>
    /// <param name="work">Gets a database on the transaction's one connection, which isn't thread-safe. With retries it may run several times.</param>
    /// <param name="options">How the transaction runs.</param>
    /// <param name="cancellationToken">Cancels the wait for the connection, BEGIN, COMMIT until it is sent, and the pauses before retries.</param>
    /// <exception cref="InvalidOperationException">The options can't be had in a nested transaction or in a TransactionScope; nothing has run.</exception>
    /// <exception cref="TransactionAbortedException">A statement failed, though the delegate returned: all is rolled back.</exception>
    public Task TransactionAsync(Func<TSelf, Task> work, TransactionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return TransactionAsync<object?>(
            async transaction =>
            {
                await work(transaction).ConfigureAwait(false);
                return null;
            },
            options,
            cancellationToken);
    }

    /// <summary>Runs the delegate in a transaction as the options say and gives its result; otherwise as the overload without one.</summary>
    /// <param name="work">Gets a database on the transaction's one connection, which isn't thread-safe. With retries it may run several times.</param>
    /// <param name="options">How the transaction runs.</param>
    /// <param name="cancellationToken">Cancels the wait for the connection, BEGIN, COMMIT until it is sent, and the pauses before retries.</param>
    /// <returns>What <paramref name="work"/> returned, the last time.</returns>
    /// <exception cref="InvalidOperationException">The options can't be had in a nested transaction or in a TransactionScope; nothing has run.</exception>
    /// <exception cref="TransactionAbortedException">A statement failed, though the delegate returned: all is rolled back.</exception>
    public Task<TResult> TransactionAsync<TResult>(Func<TSelf, Task<TResult>> work, TransactionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(options);
        return options.Retry is { } retry
            ? Session.RetryAsync(transaction => work(InTransaction(transaction)), options, retry, TimeProvider, cancellationToken)
            : Session.TransactAsync(transaction => work(InTransaction(transaction)), options, cancellationToken);
    }

    internal static TSelf Open(IDatabaseProvider provider) => TSelf.Create(new PooledSession(provider));

    private TSelf InTransaction(DatabaseTransaction transaction)
    {
        var database = TSelf.Create(transaction);
        database.JoinTransactionOf(this);
        return database;
    }
}
