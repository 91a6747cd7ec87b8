namespace Covet.Infrastructure;

/// <summary>PostgreSQL's SQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    private const int FewRows = 8;

    private const int MostRows = 5_000;

    public override string SystemName => "postgresql";

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override bool HasCursors => true;

    public override bool HasRowVersions => true;

    public override string DecimalCollation => "";

    public override string PlainCollation => "";

    public override string Choose(SqlText text) => text.Postgres;

    public override void WriteListTest(SqlWriter writer, Action<SqlWriter, int> left, int columns, string name)
    {
        if (columns == 1)
        {
            left(writer, 0);
            writer.Append(" = ANY(@");
            writer.Append(name);
            writer.Append(")");
            return;
        }
        writer.Append("(");
        for (int i = 0; i < columns; i++)
        {
            if (i > 0)
                writer.Append(", ");
            left(writer, i);
        }
        writer.Append(") IN (SELECT * FROM ");
        WriteListRows(writer, columns, name);
        writer.Append(")");
    }

    public override void WriteListRows(SqlWriter writer, int columns, string name)
    {
        writer.Append("unnest(");
        for (int i = 0; i < columns; i++)
        {
            writer.Append(i > 0 ? ", @" : "@");
            writer.Append(name);
            if (columns > 1)
            {
                // Apart from the name's own number: the columns of p1 aren't p10 and p11.
                writer.Append("_");
                writer.Append(i);
            }
        }
        writer.Append(")");
    }

    public override bool HasArrays => true;

    // The rows come out of the sort by their numbers, one by one, and each gives its key back when it is in.
    public override bool NumbersRowsInOrder => false;

    /// <summary>From a few rows on, arrays beat statements of one row; more than some thousand gain nothing. Arrays of arrays would be taken apart.</summary>
    public override int RowsPerInsert(int left, int columns, bool hasArrays) => left < FewRows || columns == 0 || hasArrays ? 1 : Math.Min(left, MostRows);

    public override void WriteInsertedRows(SqlWriter writer, int rows, int columns)
    {
        writer.Append("SELECT ");
        WriteArrayColumns(writer, columns);
        writer.Append("\nFROM ");
        WriteArrayRows(writer, columns);
        writer.Append(" WITH ORDINALITY AS rows(");
        WriteArrayColumns(writer, columns);
        writer.Append(", place)\nORDER BY place");
    }

    public override void WriteArrayRows(SqlWriter writer, int columns)
    {
        writer.Append("unnest(");
        WriteArrayColumns(writer, columns, "@");
        writer.Append(")");
    }

    public override void WriteLimit(SqlWriter writer, int? skip, int? take)
    {
        if (take is { } rows)
        {
            writer.Append(" LIMIT ");
            writer.Value<long>(rows);
        }
        if (skip is { } skipped)
        {
            writer.Append(" OFFSET ");
            writer.Value<long>(skipped);
        }
    }

    public override void WriteTextTest(SqlWriter writer, TextTest test, SqlExpression text, SqlExpression part)
    {
        switch (test)
        {
            case TextTest.Contains:
                Call(writer, "strpos(", text, part);
                writer.Append(" > 0");
                break;
            case TextTest.StartsWith:
                Call(writer, "starts_with(", text, part);
                break;
            default:
                writer.Append("right(");
                writer.Append(text);
                writer.Append(", length(");
                writer.Append(part);
                writer.Append(")) = ");
                writer.Operand(part);
                break;
        }
    }

    // PostgreSQL has no greatest boolean, and up to version 17 no greatest uuid, whose text has the same order.
    public override AggregateSpelling Spell(SqlAggregate function, Type type, bool isWindowed) => function switch
    {
        SqlAggregate.Count => new("count"),
        SqlAggregate.Max or SqlAggregate.Min when type == typeof(bool) => new(function == SqlAggregate.Max ? "bool_or" : "bool_and"),
        SqlAggregate.Max or SqlAggregate.Min when type == typeof(Guid) => new(function == SqlAggregate.Max ? "max" : "min", "uuid", TakesText: true),
        SqlAggregate.Max => new("max"),
        SqlAggregate.Min => new("min"),
        SqlAggregate.SumInteger => new("sum", "bigint"),
        SqlAggregate.AverageDecimal => new("avg"),
        SqlAggregate.AverageDouble => new("avg", "double precision"),
        SqlAggregate.JoinText => new("string_agg"),
        _ => new("sum"),
    };

    public override void WriteLock(SqlWriter writer, RowLock rowLock, string alias)
    {
        writer.Append(rowLock.IsShared ? " FOR SHARE OF " : " FOR UPDATE OF ");
        writer.Append(alias);
        writer.Append(rowLock.Wait switch
        {
            RowLockWait.Skip => " SKIP LOCKED",
            RowLockWait.Fail => " NOWAIT",
            _ => "",
        });
    }

    public override string Written(SqlText table, string alias) => alias;

    public override void WritePlainText(SqlWriter writer, SqlExpression text)
    {
        writer.Append("CAST(");
        writer.Argument(text);
        writer.Append(" AS text) COLLATE \"C\"");
    }

    public override void WriteScalar(SqlWriter writer, ScalarFunction function, ReadOnlySpan<SqlExpression> arguments)
        => SqlTemplate.Write(writer, PostgresSpelling.Of(function), arguments);

    public override void WriteJsonValue(SqlWriter writer, SqlExpression document, SqlExpression path, Type type)
        => SqlTemplate.Write(writer, PostgresSpelling.OfJson(type), [document, path]);

    public override void WriteDecimalOperation(SqlWriter writer, Arithmetic operation, SqlExpression left, SqlExpression right)
    {
        writer.Operand(left);
        writer.Append(operation.Sql);
        writer.Operand(right);
    }

    public override void WriteDecimal(SqlWriter writer, SqlExpression number) => writer.Append(number);

    public override string NullOrder(bool descending) => descending ? " NULLS LAST" : " NULLS FIRST";

    public override string Explain(string sql) => "EXPLAIN " + sql;

    public override string TypeName(Type type)
        => PostgresTypes.SqlName(type) ?? throw new NotSupportedException($"{type} has no PostgreSQL type to cast to: use a type that Covet maps.");

    private static void WriteArrayColumns(SqlWriter writer, int columns, string prefix = "")
    {
        for (int i = 0; i < columns; i++)
        {
            if (i > 0)
                writer.Append(", ");
            writer.Append(prefix);
            writer.Append(PostgresArrayBinder.NameOf(i));
        }
    }

    private static void Call(SqlWriter writer, string function, SqlExpression text, SqlExpression part)
    {
        writer.Append(function);
        writer.Append(text);
        writer.Append(", ");
        writer.Append(part);
        writer.Append(")");
    }
}
