namespace Covet.Infrastructure;

/// <summary>One text for each dialect, written when the program was compiled.</summary>
/// <param name="Sqlite">The text for SQLite.</param>
/// <param name="Postgres">The text for PostgreSQL.</param>
public sealed record SqlText(string Sqlite, string Postgres)
{
    /// <summary>A text that all dialects share.</summary>
    /// <param name="text">The text.</param>
    public SqlText(string text) : this(text, text)
    {
    }
}
