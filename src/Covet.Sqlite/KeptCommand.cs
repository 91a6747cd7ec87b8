using Microsoft.Data.Sqlite;

namespace Covet.Infrastructure;

/// <summary>A command that stays prepared when its user is done with it.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    /// <summary>A statement holds a copy of what was bound to it last; one with more than this isn't kept.</summary>
    private const int MostCharacters = 64 * 1024;

    private readonly PooledSqliteConnection _owner;
    private bool _discarded;

    public KeptCommand(PooledSqliteConnection connection, string text) : base(text, connection)
    {
        _owner = connection;
        CommandTimeout = connection.DefaultTimeout;
    }

    /// <summary>Whether a result of it is open.</summary>
    public bool IsBusy => DataReader is not null;

    /// <summary>Finalizes the statement.</summary>
    public void Discard()
    {
        _discarded = true;
        Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (_discarded || !disposing)
            base.Dispose(disposing);
        else if (IsLarge())
            _owner.Forget(this);
    }

    private bool IsLarge()
    {
        long size = 0;
        foreach (SqliteParameter parameter in Parameters)
        {
            size += parameter.Value switch
            {
                string text => text.Length,
                byte[] bytes => bytes.Length,
                _ => 0,
            };
        }
        return size > MostCharacters;
    }
}
