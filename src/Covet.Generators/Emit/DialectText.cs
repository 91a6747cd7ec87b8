namespace Covet.Generators.Emit;

/// <summary>One text for each dialect.</summary>
internal sealed record DialectText(string Sqlite, string Postgres)
{
    /// <summary>Whether one text does for both.</summary>
    public bool IsShared => Sqlite == Postgres;

    /// <summary>Writes the text in each dialect.</summary>
    public static DialectText Of(Func<DialectSql, string> write) => new(write(DialectSql.Sqlite), write(DialectSql.Postgres));
}
