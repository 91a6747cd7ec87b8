using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>What SQLite's error codes mean. What a constraint is about stands in the message alone, in words that SQLite has never changed.</summary>
internal static class SqliteFailures
{
    private const string ForeignKey = "FOREIGN KEY constraint failed";
    private const string Index = "index '";

    public static DatabaseFailure? Describe(Exception exception)
    {
        if (exception is not SqliteException said)
            return null;
        var failure = new DatabaseFailure(KindOf(said), said.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture));
        return failure.Kind switch
        {
            FailureKind.Unique or FailureKind.NotNull => About(failure, Details(said.Message)),
            FailureKind.Check => failure with { Constraint = Details(said.Message) },
            _ => failure,
        };
    }

    private static FailureKind KindOf(SqliteException said) => said.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => said.SqliteExtendedErrorCode switch
        {
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => FailureKind.Unique,
            raw.SQLITE_CONSTRAINT_NOTNULL => FailureKind.NotNull,
            raw.SQLITE_CONSTRAINT_CHECK => FailureKind.Check,
            // RESTRICT is a trigger to SQLite.
            _ when said.Message.Contains(ForeignKey, StringComparison.Ordinal) => FailureKind.ForeignKey,
            _ => FailureKind.Constraint,
        },
        raw.SQLITE_BUSY => said.SqliteExtendedErrorCode == raw.SQLITE_BUSY_SNAPSHOT ? FailureKind.Serialization : FailureKind.LockTimeout,
        raw.SQLITE_LOCKED => FailureKind.LockTimeout,
        raw.SQLITE_READONLY => FailureKind.ReadOnly,
        raw.SQLITE_INTERRUPT => FailureKind.StatementTimeout,
        raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR => FailureKind.Connection,
        _ => FailureKind.Other,
    };

    /// <summary>What follows "constraint failed: "; null where nothing does.</summary>
    private static string? Details(string message)
    {
        const string Before = "constraint failed: ";
        int start = message.IndexOf(Before, StringComparison.Ordinal);
        if (start < 0)
            return null;
        // The driver puts what SQLite says into "SQLite Error 19: '...'.".
        string details = message[(start + Before.Length)..];
        return details.EndsWith("'.", StringComparison.Ordinal) ? details[..^2] : details;
    }

    /// <summary>Reads "table.column, table.column", or "index 'name'" where an index is over an expression.</summary>
    private static DatabaseFailure About(DatabaseFailure failure, string? details)
    {
        if (details is null)
            return failure;
        if (details.StartsWith(Index, StringComparison.Ordinal))
            return failure with { Constraint = details[Index.Length..].TrimEnd('\'') };
        string[] places = details.Split(", ");
        int dot = places[0].IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return failure;
        string table = places[0][..dot];
        // A name with a comma or a dot of its own can't be told from two names.
        return places.All(place => place.StartsWith(table + ".", StringComparison.Ordinal))
            ? failure with { Table = table, Columns = [.. places.Select(place => place[(dot + 1)..])] }
            : failure with { Table = table };
    }
}
