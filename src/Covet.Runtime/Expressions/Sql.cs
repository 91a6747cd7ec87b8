using Covet.Infrastructure;

namespace Covet;

/// <content>What stands alone: values, tests of queries, choices.</content>
public static partial class Sql
{
    /// <summary>A value as an expression, where C# needs a type: in tuples, as in <c>Select(p => (p.Id, Sql.Value(0)))</c>.</summary>
    public static Expr<T> Value<T>(T value) => new Value<T>(value);

    /// <summary>The query has a row. It may use the columns of the lambdas around it.</summary>
    /// <param name="query">A query, or selected rows.</param>
    public static Condition Exists(SelectQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new ExistsQuery(query.Asked().Unlocked());
    }

    /// <summary>The join has a row. It may use the columns of the lambdas around it.</summary>
    /// <param name="rows">The rows of a join.</param>
    public static Condition Exists<TLeft, TRight>(Joined<TLeft, TRight> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Exists(rows.Rows);
    }

    /// <summary>
    /// The instant at which the statement runs, to the microsecond, the same for all its rows: by the server's clock on PostgreSQL, in SQLite by this
    /// machine's.
    /// </summary>
    public static Expr<DateTimeOffset> Now() => new FunctionCall<DateTimeOffset>(ScalarFunction.Now);

    /// <summary>A text as a part of a pattern for <see cref="TextFunctions.Like(Expr{string}, string)"/>: its <c>%</c>, <c>_</c> and <c>\</c> stand for themselves. Plain C#, no SQL.</summary>
    public static string EscapeLike(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
    }

    /// <summary>Starts a choice: <c>Sql.Case().When(p.Views > 99, "hot").Else("cold")</c>.</summary>
    public static CaseStart Case() => default;

    /// <summary>The first of the expressions that isn't NULL; NULL when all are.</summary>
    public static Expr<T> Coalesce<T>(params ReadOnlySpan<Expr<T>> expressions)
    {
        if (expressions.Length == 0)
            throw new ArgumentException("Coalesce takes at least one expression.", nameof(expressions));
        return new Coalesce<T>([.. expressions]);
    }
}
