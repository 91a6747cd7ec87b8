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
    private string? _announced;

    /// <summary>Whether another user may get the connection: it is open, and in no transaction.</summary>
    public bool IsReusable => State == ConnectionState.Open && raw.sqlite3_get_autocommit(Handle!) != 0;

    /// <summary>Says what the next command will run, so that <see cref="CreateCommand()"/> can give out the one that ran it before.</summary>
    public void Announce(string? text) => _announced = text;

    /// <summary>A command that is ready to be bound and run.</summary>
    public SqliteCommand CreateCommand(string text, SqliteTransaction? transaction)
    {
        _announced = text;
        var command = CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        return command;
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
                Discard();
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

    /// <summary>Finalizes the kept statements, without which the file would stay open.</summary>
    public override void Close()
    {
        Discard();
        base.Close();
    }

    internal void Forget(KeptCommand command)
    {
        if (_commands.Remove(command.CommandText))
            command.Discard();
    }

    private void Discard()
    {
        foreach (var command in _commands.Values)
            command.Discard();
        _commands.Clear();
    }
}
