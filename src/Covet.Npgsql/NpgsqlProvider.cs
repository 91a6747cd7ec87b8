using System.Data.Common;
using Covet.Infrastructure;
using Npgsql;

namespace Covet;

/// <summary>Reaches a PostgreSQL database through Npgsql and its pool.</summary>
public sealed class NpgsqlProvider : IDatabaseProvider
{
    // Statements are few and come again, so each is prepared at its second use. The reset between two users of a connection costs a third
    // of a small statement; what it would reset (SET, temporary tables, advisory locks) Covet doesn't leave behind.
    private const string Defaults = "Max Auto Prepare=128;Auto Prepare Min Usages=2;No Reset On Close=true;";

    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;

    /// <summary>Names the database; no connection is opened yet.</summary>
    /// <param name="connectionString">
    /// As Npgsql takes it. Unless it says otherwise, statements are prepared at their second use and connections go back to the pool without a
    /// reset. Behind PgBouncer's transaction pooling write <c>Max Auto Prepare=0</c>.
    /// </param>
    /// <remarks>
    /// <b>Connections are not reset.</b> Covet leaves nothing behind on a connection, but raw SQL can: <c>SET</c>, a temporary table, an advisory lock
    /// of the session, <c>LISTEN</c> stay on the connection, and the next one who gets it from the pool has them. Use <c>SET LOCAL</c> and
    /// <c>pg_advisory_xact_lock</c> in a transaction, or write <c>No Reset On Close=false</c> into the connection string, which costs a third of a small
    /// statement.
    /// </remarks>
    /// <exception cref="ArgumentException">It asks for multiplexing.</exception>
    public NpgsqlProvider(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        DemandOwnConnections(connectionString, nameof(connectionString));
        // The slim builder leaves out what would need reflection; a later key replaces an earlier one.
        var builder = new NpgsqlSlimDataSourceBuilder(Defaults + connectionString);
        builder.EnableTransportSecurity().EnableIntegratedSecurity().EnableArrays().EnableExtraConversions();
        _source = builder.Build();
        _ownsSource = true;
    }

    /// <summary>Takes a data source as it is, with its settings; it is not disposed with the provider.</summary>
    /// <param name="dataSource">The data source.</param>
    /// <exception cref="ArgumentException">It multiplexes commands over shared connections.</exception>
    public NpgsqlProvider(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        DemandOwnConnections(dataSource.ConnectionString, nameof(dataSource));
        _source = dataSource;
    }

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new PostgresDialect();

    /// <inheritdoc/>
    public SqlExecutor Executor => field ??= new PostgresExecutor(_source);

    /// <inheritdoc/>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
        => await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.DisposeAsync();
    }

    /// <summary>Closes the connections of the provider's own data source.</summary>
    public ValueTask DisposeAsync() => _ownsSource ? _source.DisposeAsync() : default;

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        if (_ownsSource)
            _source.Dispose();
    }

    /// <summary>A graph is a snapshot on one connection, and its BEGIN must not fall into somebody else's commands.</summary>
    private static void DemandOwnConnections(string connectionString, string parameter)
    {
        if (new NpgsqlConnectionStringBuilder(connectionString).Multiplexing)
            throw new ArgumentException("Covet reads graphs in transactions of their own, which need a connection to themselves: leave Multiplexing out of the connection string.", parameter);
    }
}
