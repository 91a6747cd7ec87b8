namespace Covet.Infrastructure;

/// <summary>SQLite's SQL.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const int MostRows = 32;

    private const int MostValues = 320;

    public override string SystemName => "sqlite";

    public override string BeginSnapshot => "BEGIN DEFERRED";

    public override bool HasCursors => false;

    public override bool HasRowVersions => false;

    public override string DecimalCollation => " COLLATE covet_decimal";

    public override string PlainCollation => " COLLATE BINARY";

    public override string Choose(SqlText text) => text.Sqlite;

    public override void WriteListTest(SqlWriter writer, Action<SqlWriter, int> left, int columns, string name)
    {
        if (columns == 1)
        {
            left(writer, 0);
        }
        else
        {
            writer.Append("(");
            for (int i = 0; i < columns; i++)
            {
                if (i > 0)
                    writer.Append(", ");
                left(writer, i);
            }
            writer.Append(")");
        }
        writer.Append(" IN ");
        WriteListRows(writer, columns, name);
    }

    public override void WriteListRows(SqlWriter writer, int columns, string name)
    {
        writer.Append("(SELECT value");
        for (int i = 0; columns > 1 && i < columns; i++)
        {
            writer.Append(i > 0 ? ", value ->> " : " ->> ");
            writer.Append(i);
        }
        writer.Append(" FROM json_each(@");
        writer.Append(name);
        writer.Append("))");
    }

    public override bool HasArrays => false;

    public override bool NumbersRowsInOrder => true;

    /// <summary>More rows in one statement cost less each, up to some 30 rows or 300 values; two sizes keep the number of prepared statements small.</summary>
    public override int RowsPerInsert(int left, int columns, bool hasArrays)
    {
        int most = columns == 0 ? 1 : Math.Clamp(MostValues / columns, 1, MostRows);
        int few = most / 4;
        return left >= most ? most : left >= few && few > 1 ? few : 1;
    }

    public override void WriteInsertedRows(SqlWriter writer, int rows, int columns)
    {
        string before = "VALUES (";
        for (int i = 0; i < rows * columns; i++)
        {
            if (i > 0)
                before = i % columns == 0 ? "),\n(" : ", ";
            writer.Append(before);
            writer.Append("?");
            writer.Append(i + 1);
        }
        writer.Append(")");
    }

    public override void WriteArrayRows(SqlWriter writer, int columns) => throw new NotSupportedException("SQLite has no arrays.");

    public override void WriteLimit(SqlWriter writer, int? skip, int? take)
    {
        writer.Append(" LIMIT ");
        if (take is { } rows)
            writer.Value<long>(rows);
        else
            writer.Append("-1"); // SQLite has no OFFSET without a LIMIT; a negative one means none.
        if (skip is not { } skipped)
            return;
        writer.Append(" OFFSET ");
        writer.Value<long>(skipped);
    }

    public override void WriteTextTest(SqlWriter writer, TextTest test, SqlExpression text, SqlExpression part)
    {
        switch (test)
        {
            case TextTest.Contains:
                writer.Append("instr(");
                writer.Append(text);
                writer.Append(", ");
                writer.Append(part);
                writer.Append(") > 0");
                return;
            case TextTest.StartsWith:
                writer.Append("substr(");
                writer.Append(text);
                writer.Append(", 1, length(");
                writer.Append(part);
                writer.Append(")) = ");
                break;
            default:
                // Counted from the start: substr(x, -0) would be the whole text where the part is empty.
                writer.Append("substr(");
                writer.Append(text);
                writer.Append(", length(");
                writer.Append(text);
                writer.Append(") - length(");
                writer.Append(part);
                writer.Append(") + 1) = ");
                break;
        }
        writer.Operand(part);
    }

    public override AggregateSpelling Spell(SqlAggregate function, Type type, bool isWindowed)
    {
        if (isWindowed && function is SqlAggregate.SumDecimal or SqlAggregate.AverageDecimal)
            throw new NotSupportedException("SQLite can't add up decimals over a window: cast them, as in Sql.Sum(x.Amount.Cast<double>()).Over(...).");
        return new(function switch
        {
            SqlAggregate.Count => "count",
            SqlAggregate.Max => "max",
            SqlAggregate.Min => "min",
            SqlAggregate.SumDecimal => "covet_sum",
            SqlAggregate.AverageDecimal => "covet_avg",
            SqlAggregate.AverageDouble => "avg",
            SqlAggregate.JoinText => "group_concat",
            _ => "sum",
        });
    }

    // A writer locks the whole database, and readers see what was there before: rows are never locked by themselves.
    public override void WriteLock(SqlWriter writer, RowLock rowLock, string alias)
    {
    }

    // RETURNING doesn't know the alias.
    public override string Written(SqlText table, string alias) => table.Sqlite;

    public override void WritePlainText(SqlWriter writer, SqlExpression text) => writer.Argument(text);

    public override void WriteScalar(SqlWriter writer, ScalarFunction function, ReadOnlySpan<SqlExpression> arguments)
        => SqlTemplate.Write(writer, SqliteSpelling.Of(function), arguments);

    public override void WriteJsonValue(SqlWriter writer, SqlExpression document, SqlExpression path, Type type)
        => SqlTemplate.Write(writer, SqliteSpelling.OfJson(type), [document, path]);

    public override void WriteDecimalOperation(SqlWriter writer, Arithmetic operation, SqlExpression left, SqlExpression right)
    {
        writer.Append(SqliteDecimals.Function(operation));
        writer.Append("(");
        writer.Append(left);
        writer.Append(", ");
        writer.Append(right);
        writer.Append(")");
    }

    public override void WriteDecimal(SqlWriter writer, SqlExpression number)
    {
        writer.Append("covet_decimal(");
        writer.Operand(number);
        writer.Append(")");
    }

    // NULL is the smallest value of all in SQLite.
    public override string NullOrder(bool descending) => "";

    public override string Explain(string sql) => "EXPLAIN QUERY PLAN " + sql;

    public override string TypeName(Type type)
    {
        if (type == typeof(float) || type == typeof(double))
            return "REAL";
        if (type == typeof(byte[]))
            return "BLOB";
        return type.IsEnum || type == typeof(TimeSpan) || (type.IsPrimitive && type != typeof(char)) ? "INTEGER" : "TEXT";
    }
}
