using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// A connection of the provider's pool, with the commands that ran on it: a command that comes again finds its statement prepared, also
/// when it comes through Dapper.
/// </summary>
internal sealed class PooledSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostCommands = 200;

    private readonly Dictionary<string, KeptCommand> _commands = [];
    private readonly Dictionary<string, SqliteStatement> _statements = [];
    private string? _announced;

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

    /// <summary>Says what the next command will run, so that <see cref="CreateCommand()"/> can give out the one that ran it before.</summary>
    public void Announce(string? text) => _announced = text;

    /// <summary>A statement of batches, prepared when it comes for the first time.</summary>
    public SqliteStatement Statement(string text)
    {
        if (_statements.TryGetValue(text, out var statement))
            return statement;
        if (_statements.Count == MostCommands)
            DiscardStatements();
        statement = new SqliteStatement(Handle!, text);
        _statements.Add(text, statement);
        return statement;
    }

    /// <summary>The announced command, with the text set and the parameters of its last run; without announcement a new one.</summary>
    public override SqliteCommand CreateCommand()
    {
        if (_announced is not { } text)
            return base.CreateCommand();
        _announced = null;
        if (_commands.TryGetValue(text, out var command))
        {
            if (command.IsBusy)
                return base.CreateCommand();
        }
        else
        {
            if (_commands.Count == MostCommands)
                DiscardCommands();
            command = new KeptCommand(this, text);
            _commands.Add(text, command);
        }
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Runs statements of the provider's own.</summary>
    public void Run(string sql)
    {
        using var command = base.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Reads a number with a statement of the provider's own.</summary>
    public long Number(string sql)
    {
        using var command = base.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Finalizes the kept statements, without which the file would stay open.</summary>
    public override void Close()
    {
        DiscardCommands(evenBusy: true);
        DiscardStatements();
        base.Close();
    }

    internal void Forget(KeptCommand command)
    {
        if (_commands.Remove(command.CommandText))
            command.Discard();
    }

    private void DiscardCommands(bool evenBusy = false)
    {
        foreach (var (text, command) in _commands)
        {
            if (command.IsBusy && !evenBusy)
                continue;
            command.Discard();
            _commands.Remove(text);
        }
    }

    private void DiscardStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }
}
