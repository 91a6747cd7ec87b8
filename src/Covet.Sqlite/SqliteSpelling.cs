namespace Covet.Infrastructure;

/// <summary>SQLite's functions. Dates and times are texts of a fixed width, so their parts are cut out; its own date functions round to milliseconds.</summary>
internal static class SqliteSpelling
{
    /// <summary>The template of a function, see <see cref="SqlTemplate"/>.</summary>
    public static string Of(ScalarFunction function) => function switch
    {
        ScalarFunction.NotNegative => "max({0}, 0)",
        ScalarFunction.Position => "max({0}, 0) + 1",
        ScalarFunction.SubstringFrom => "substr({0}, {1})",
        ScalarFunction.Substring => "substr({0}, {1}, {2})",
        ScalarFunction.IndexOf => "instr({0}, {1}) - 1",
        ScalarFunction.Like => "covet_like({0}, {1})",
        ScalarFunction.LikeIgnoringCase => "[0] LIKE [1] ESCAPE '\\'",
        ScalarFunction.Matches => "[0] REGEXP [1]",
        ScalarFunction.Absolute => "abs({0})",
        ScalarFunction.AbsoluteDecimal => "covet_abs({0})",
        ScalarFunction.RoundDouble => "covet_round_double({0}, {1})",
        ScalarFunction.RoundDecimal => "covet_round({0}, {1})",
        ScalarFunction.FloorDouble => "covet_floor_double({0})",
        ScalarFunction.FloorDecimal => "covet_floor({0})",
        ScalarFunction.CeilingDouble => "covet_ceiling_double({0})",
        ScalarFunction.CeilingDecimal => "covet_ceiling({0})",
        ScalarFunction.ToUtc or ScalarFunction.FromUtc => "{0}",
        ScalarFunction.Date => "substr({0}, 1, 10)",
        ScalarFunction.Year => "CAST(substr({0}, 1, 4) AS INTEGER)",
        ScalarFunction.Month => "CAST(substr({0}, 6, 2) AS INTEGER)",
        ScalarFunction.Day => "CAST(substr({0}, 9, 2) AS INTEGER)",
        ScalarFunction.DayOfYear => "CAST(strftime('%j', substr({0}, 1, 10)) AS INTEGER)",
        ScalarFunction.DayOfWeek => "CAST(strftime('%w', substr({0}, 1, 10)) AS INTEGER)",
        ScalarFunction.DayNumber => "CAST(julianday({0}) - 1721425.5 AS INTEGER)",
        ScalarFunction.Hour => "CAST(substr({0}, 12, 2) AS INTEGER)",
        ScalarFunction.Minute => "CAST(substr({0}, 15, 2) AS INTEGER)",
        ScalarFunction.Second => "CAST(substr({0}, 18, 2) AS INTEGER)",
        ScalarFunction.HourOfTime => "CAST(substr({0}, 1, 2) AS INTEGER)",
        ScalarFunction.MinuteOfTime => "CAST(substr({0}, 4, 2) AS INTEGER)",
        ScalarFunction.SecondOfTime => "CAST(substr({0}, 7, 2) AS INTEGER)",
        ScalarFunction.AddDuration => "covet_add_time({0}, {1})",
        ScalarFunction.SubtractDuration => "covet_add_time({0}, -[1])",
        ScalarFunction.Elapsed => "covet_elapsed({0}, {1})",
        ScalarFunction.AddYears => "covet_add_months({0}, 12 * [1])",
        ScalarFunction.AddMonths => "covet_add_months({0}, {1})",
        ScalarFunction.AddDays => "covet_add_time({0}, 86400000000 * [1])",
        ScalarFunction.AddHours => "covet_add_time({0}, 3600000000 * [1])",
        ScalarFunction.AddMinutes => "covet_add_time({0}, 60000000 * [1])",
        ScalarFunction.AddSeconds => "covet_add_time({0}, 1000000 * [1])",
        // In a subquery of its own it runs once a statement, not once a row.
        ScalarFunction.Now => "(SELECT covet_now())",
        ScalarFunction.ArrayContains or ScalarFunction.ArrayLength => throw new NotSupportedException(
            "SQLite has no arrays, so none can be searched or counted. Store a list in a [Json] property, or as rows of a model of its own."),
        _ => throw new NotSupportedException($"SQLite has no {function}."),
    };

    /// <summary>The template of a value in a JSON document.</summary>
    public static string OfJson(Type type)
    {
        if (type == typeof(string))
            return "covet_json({0}, {1}, 'text')";
        if (type == typeof(bool))
            return "covet_json({0}, {1}, 'boolean')";
        if (type == typeof(int) || type == typeof(long))
            return "covet_json({0}, {1}, 'integer')";
        if (type == typeof(double))
            return "covet_json({0}, {1}, 'real')";
        if (type == typeof(decimal))
            return "covet_json({0}, {1}, 'numeric')";
        if (type == typeof(Guid))
            return "covet_json({0}, {1}, 'uuid')";
        throw new NotSupportedException($"A value in a JSON document can't be read as {type}.");
    }
}
