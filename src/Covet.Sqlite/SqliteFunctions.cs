using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>The functions that Covet adds to SQLite, beside those of <see cref="SqliteDecimals"/>. NULL in, NULL out.</summary>
internal static class SqliteFunctions
{
    private const int Deterministic = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;

    public static void Register(sqlite3 database)
    {
        Add(database, "covet_like", 2, (context, values) => raw.sqlite3_result_int(context, SqlitePattern.IsLike(Utf8(values[0]), Utf8(values[1])) ? 1 : 0));
        // X REGEXP Y calls regexp(Y, X).
        Add(database, "regexp", 2, (context, values) => raw.sqlite3_result_int(context, SqlitePattern.IsMatch(Text(values[1]), Text(values[0])) ? 1 : 0));
        Add(database, "covet_round_double", 2, (context, values)
            => raw.sqlite3_result_double(context, Round(raw.sqlite3_value_double(values[0]), raw.sqlite3_value_int(values[1]))));
        Add(database, "covet_floor_double", 1, (context, values) => raw.sqlite3_result_double(context, Math.Floor(raw.sqlite3_value_double(values[0]))));
        Add(database, "covet_ceiling_double", 1, (context, values) => raw.sqlite3_result_double(context, Math.Ceiling(raw.sqlite3_value_double(values[0]))));
        Add(database, "covet_add_time", 2, (context, values)
            => raw.sqlite3_result_text(context, SqliteTime.Add(Utf8(values[0]), Whole(values[1]))));
        Add(database, "covet_add_months", 2, (context, values)
            => raw.sqlite3_result_text(context, SqliteTime.AddMonths(Utf8(values[0]), Whole(values[1]))));
        Add(database, "covet_elapsed", 2, (context, values)
            => raw.sqlite3_result_int64(context, SqliteTime.Elapsed(Utf8(values[0]), Utf8(values[1]))));
        Add(database, "covet_now", 0, (context, _) => raw.sqlite3_result_text(context, SqliteTime.Now()), raw.SQLITE_UTF8);
        // One for each connection, which runs on one thread at a time: it keeps the last path.
        var json = new SqliteJson();
        Add(database, "covet_json", 3, (context, values) => json.Extract(context, Utf8(values[0]), Utf8(values[1]), Utf8(values[2])));
    }

    /// <summary>The bytes of a value's text. They are SQLite's own, valid until the function returns.</summary>
    private static ReadOnlySpan<byte> Utf8(sqlite3_value value)
    {
        var text = raw.sqlite3_value_text(value);
        return MemoryMarshal.CreateReadOnlySpan(in text.GetPinnableReference(), raw.sqlite3_value_bytes(value));
    }

    private static string Text(sqlite3_value value) => raw.sqlite3_value_text(value).utf8_to_string();

    private static long Whole(sqlite3_value value) => raw.sqlite3_value_type(value) == raw.SQLITE_INTEGER
        ? raw.sqlite3_value_int64(value)
        : throw new FormatException($"'{Text(value)}' is not a whole number of 64 bits.");

    /// <summary>Rounds the decimal number that a double's shortest text is, halves away from zero.</summary>
    private static double Round(double value, int digits)
    {
        const double FirstWithoutFraction = 4503599627370496;
        if (!(Math.Abs(value) < FirstWithoutFraction))
            return value;
        // A decimal has 28 digits after its point: what is less than half of the last digit asked for must not be rounded twice.
        double half = double.Parse(string.Create(CultureInfo.InvariantCulture, $"5E-{digits + 1}"), CultureInfo.InvariantCulture);
        if (Math.Abs(value) < half)
            return 0;
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        decimal number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        double rounded = (double)Math.Round(number, digits, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }

    private static void Add(sqlite3 database, string name, int arguments, Action<sqlite3_context, sqlite3_value[]> body, int flags = Deterministic)
        => SqliteException.ThrowExceptionForRC(
            raw.sqlite3_create_function(database, name, arguments, flags, null, (context, _, values) => Run(context, name, values, body)), database);

    private static void Run(sqlite3_context context, string name, sqlite3_value[] values, Action<sqlite3_context, sqlite3_value[]> body)
    {
        if (Array.Exists(values, value => raw.sqlite3_value_type(value) == raw.SQLITE_NULL))
        {
            raw.sqlite3_result_null(context);
            return;
        }
        try
        {
            body(context, values);
        }
        // An exception must not cross SQLite's frames, whatever it is: it becomes SQLite's error.
        catch (Exception exception)
        {
            raw.sqlite3_result_error(context, $"{name}: {exception.Message}");
        }
    }
}
