using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>
/// Finds out whether COPY does what INSERT would. It casts nothing, so the columns must have the very types that are sent; it passes over rules and row
/// security, and over what an identity that is always generated refuses.
/// </summary>
internal static class CopyTest
{
    private const string Sql = """
        SELECT count(*) = cardinality(@columns)
        FROM unnest(@columns, @types) AS sent(name, type)
        JOIN pg_attribute AS a ON a.attrelid = CAST(@table AS regclass) AND a.attname = sent.name AND NOT a.attisdropped
        JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relkind IN ('r', 'p') AND NOT c.relhasrules AND NOT row_security_active(c.oid) AND a.attidentity <> 'a' AND a.attgenerated = ''
            AND (a.atttypid = CAST(sent.type AS regtype) OR (sent.type = 'text' AND a.atttypid = CAST('varchar' AS regtype)))
        """;

    /// <summary>The COPY command; <see langword="null"/> where it would do something else.</summary>
    public static async Task<string?> CommandAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CopiedRows rows, CancellationToken cancellationToken)
    {
        var types = new TypeBinder();
        rows.Values.Bind(types, 0);
        var command = new NpgsqlCommand(Sql, connection, transaction);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(Texts("columns", [.. rows.Columns]));
            command.Parameters.Add(Texts("types", [.. types.Names]));
            command.Parameters.Add(new NpgsqlParameter<string>("table", NpgsqlDbType.Text) { TypedValue = rows.Table });
            bool can = (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            return can ? $"COPY {rows.Table} ({rows.ColumnList}) FROM STDIN (FORMAT BINARY)" : null;
        }
    }

    private static NpgsqlParameter<string[]> Texts(string name, string[] values) => new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = values };
}
