namespace Covet.Infrastructure;

/// <summary>PostgreSQL's functions. Instants come in and go out as UTC (<see cref="ScalarFunction.ToUtc"/>), so that the session's time zone never matters.</summary>
internal static class PostgresSpelling
{
    /// <summary>The template of a function, see <see cref="SqlTemplate"/>.</summary>
    public static string Of(ScalarFunction function) => function switch
    {
        // Not greatest(), which passes over NULL.
        ScalarFunction.NotNegative => "CASE WHEN [0] < 0 THEN 0 ELSE {0} END",
        ScalarFunction.Position => "CASE WHEN [0] < 0 THEN 0 ELSE {0} END + 1",
        ScalarFunction.SubstringFrom => "substr({0}, {1})",
        ScalarFunction.Substring => "substr({0}, {1}, {2})",
        ScalarFunction.IndexOf => "strpos({0}, {1}) - 1",
        ScalarFunction.Like => "[0] LIKE [1] ESCAPE '\\'",
        ScalarFunction.LikeIgnoringCase => "[0] ILIKE [1] ESCAPE '\\'",
        ScalarFunction.Matches => "[0] ~ [1]",
        ScalarFunction.Absolute or ScalarFunction.AbsoluteDecimal => "abs({0})",
        // By its shortest text: a double alone would round halves to even, and its cast to numeric drops digits.
        ScalarFunction.RoundDouble => "CAST(round(CAST(CAST({0} AS text) AS numeric), {1}) AS double precision)",
        ScalarFunction.RoundDecimal => "round({0}, {1})",
        ScalarFunction.FloorDouble or ScalarFunction.FloorDecimal => "floor({0})",
        ScalarFunction.CeilingDouble or ScalarFunction.CeilingDecimal => "ceiling({0})",
        ScalarFunction.ToUtc or ScalarFunction.FromUtc => "[0] AT TIME ZONE 'UTC'",
        ScalarFunction.Date => "CAST({0} AS date)",
        ScalarFunction.Year => "CAST(EXTRACT(YEAR FROM {0}) AS integer)",
        ScalarFunction.Month => "CAST(EXTRACT(MONTH FROM {0}) AS integer)",
        ScalarFunction.Day => "CAST(EXTRACT(DAY FROM {0}) AS integer)",
        ScalarFunction.DayOfYear => "CAST(EXTRACT(DOY FROM {0}) AS integer)",
        ScalarFunction.DayOfWeek => "CAST(EXTRACT(DOW FROM {0}) AS integer)",
        ScalarFunction.DayNumber => "[0] - DATE '0001-01-01'",
        ScalarFunction.Hour or ScalarFunction.HourOfTime => "CAST(EXTRACT(HOUR FROM {0}) AS integer)",
        ScalarFunction.Minute or ScalarFunction.MinuteOfTime => "CAST(EXTRACT(MINUTE FROM {0}) AS integer)",
        // The second has a fraction, which a cast would round up.
        ScalarFunction.Second or ScalarFunction.SecondOfTime => "CAST(floor(EXTRACT(SECOND FROM {0})) AS integer)",
        ScalarFunction.AddDuration => "[0] + [1]",
        ScalarFunction.SubtractDuration or ScalarFunction.Elapsed => "[0] - [1]",
        ScalarFunction.AddYears => "[0] + make_interval(years => {1})",
        ScalarFunction.AddMonths => "[0] + make_interval(months => {1})",
        ScalarFunction.AddDays => "[0] + make_interval(days => {1})",
        ScalarFunction.AddHours => "[0] + make_interval(hours => {1})",
        ScalarFunction.AddMinutes => "[0] + make_interval(mins => {1})",
        ScalarFunction.AddSeconds => "[0] + make_interval(secs => {1})",
        ScalarFunction.Now => "statement_timestamp()",
        ScalarFunction.ArrayContains => "[1] = ANY({0})",
        ScalarFunction.ArrayLength => "cardinality({0})",
        _ => throw new NotSupportedException($"PostgreSQL has no {function}."),
    };

    /// <summary>The template of a value in a JSON document.</summary>
    public static string OfJson(Type type) => type == typeof(string) ? "([0] #>> {1}) COLLATE \"C\"" : Casts[type];

    private static readonly Dictionary<Type, string> Casts = new()
    {
        [typeof(bool)] = "CAST([0] #>> {1} AS boolean)",
        [typeof(int)] = "CAST([0] #>> {1} AS integer)",
        [typeof(long)] = "CAST([0] #>> {1} AS bigint)",
        [typeof(double)] = "CAST([0] #>> {1} AS double precision)",
        [typeof(decimal)] = "CAST([0] #>> {1} AS numeric)",
        [typeof(Guid)] = "CAST([0] #>> {1} AS uuid)",
    };
}
