using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>A connection of the provider's pool, with the statements that ran on it: a text that comes again finds its statement prepared.</summary>
internal sealed class PooledSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostStatements = 200;

    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>Whether another user may get the connection: it is open, and in no transaction.</summary>
    public bool IsReusable => State == ConnectionState.Open && !IsInTransaction;

    /// <summary>Whether it is in a transaction, and may hold locks; it is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle!) == 0;

    /// <summary>Whether statements that write are refused.</summary>
    public bool IsQueryOnly
    {
        get;
        set
        {
            if (field != value)
                Run(value ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
            field = value;
        }
    }

    /// <summary>The statement that a text is, prepared when it comes for the first time; null where the text isn't one statement, or not one that can be kept.</summary>
    public SqliteStatement? Statement(string text)
    {
        if (_statements.TryGetValue(text, out var statement))
            return statement;
        // Some take effect when they are prepared, so they are prepared each time.
        if (text.AsSpan().TrimStart().StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase))
            return null;
        if (SqliteStatement.Prepare(Handle!, text, out string rest) is not { } prepared)
            return null;
        if (!string.IsNullOrWhiteSpace(rest))
        {
            prepared.Dispose();
            return null;
        }
        if (_statements.Count == MostStatements)
            DiscardStatements();
        _statements.Add(text, prepared);
        return prepared;
    }

    /// <summary>Runs statements of the provider's own.</summary>
    public void Run(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads a number with a statement of the provider's own.</summary>
    public long Number(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Finalizes the kept statements, without which the file would stay open.</summary>
    public override void Close()
    {
        DiscardStatements();
        base.Close();
    }

    private void DiscardStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }
}
