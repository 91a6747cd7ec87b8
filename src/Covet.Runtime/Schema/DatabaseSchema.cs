using Covet.Infrastructure;

namespace Covet;

/// <summary>The tables of a database's models.</summary>
public sealed class DatabaseSchema
{
    private readonly Database _database;

    internal DatabaseSchema(Database database, SqlText script)
    {
        _database = database;
        Script = database.Dialect.Choose(script);
    }

    /// <summary>The whole DDL for this database: tables with their keys and foreign keys, indexes. Written when the program was compiled.</summary>
    public string Script { get; }

    /// <summary>Creates what is missing of the tables and indexes, in one transaction and one round trip; what exists is left as it is.</summary>
    /// <param name="cancellationToken">Cancels the creation; nothing is created then.</param>
    public Task CreateAsync(CancellationToken cancellationToken = default)
        => _database.Session.TransactAsync(
            transaction => transaction.ExecuteAsync(new Statement(Script, SqlParameters.None), cancellationToken).AsTask(), cancellationToken);
}
