using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Decimals in SQLite, which has none: they are stored as text, compared by value with the collation <c>covet_decimal</c>, added up
/// exactly by <c>covet_sum</c> and <c>covet_avg</c>, and reckoned with by functions that are named after the operation.
/// </summary>
internal static class SqliteDecimals
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static void Register(sqlite3 database)
    {
        Check(raw.sqlite3__create_collation_utf8(database, "covet_decimal", null, (_, left, right) => Compare(left, right)), database);
        Aggregate(database, "covet_sum", total => total.Sum);
        Aggregate(database, "covet_avg", total => total.Sum / total.Count);
        Scalar(database, "covet_decimal", 1, (number, _) => number);
        Scalar(database, "covet_abs", 1, (number, _) => Math.Abs(number));
        Scalar(database, "covet_floor", 1, (number, _) => Math.Floor(number));
        Scalar(database, "covet_ceiling", 1, (number, _) => Math.Ceiling(number));
        Scalar(database, "covet_round", 2, (number, digits) => Math.Round(number, (int)digits, MidpointRounding.AwayFromZero));
        Scalar(database, Function(Arithmetic.Add), 2, (left, right) => left + right);
        Scalar(database, Function(Arithmetic.Subtract), 2, (left, right) => left - right);
        Scalar(database, Function(Arithmetic.Multiply), 2, (left, right) => left * right);
        Scalar(database, Function(Arithmetic.Divide), 2, (left, right) => left / right);
    }

    /// <summary>The function of an operation.</summary>
    public static string Function(Arithmetic operation) => operation switch
    {
        Arithmetic.Add => "covet_add",
        Arithmetic.Subtract => "covet_sub",
        Arithmetic.Multiply => "covet_mul",
        Arithmetic.Divide => "covet_div",
        _ => throw new NotSupportedException($"SQLite has no {operation} of decimals."),
    };

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value) => decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out value);

    /// <summary>The one text of a value: no exponent, no zeros at the end.</summary>
    public static string ToText(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "0" : text;
    }

    /// <summary>Numbers by value, then what isn't a number, by its bytes: one order for all texts, as an index needs it.</summary>
    private static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        bool leftIsNumber = TryParse(left, out decimal leftValue);
        bool rightIsNumber = TryParse(right, out decimal rightValue);
        if (leftIsNumber && rightIsNumber)
            return leftValue.CompareTo(rightValue);
        return leftIsNumber != rightIsNumber ? leftIsNumber ? -1 : 1 : left.SequenceCompareTo(right);
    }

    private static void Aggregate(sqlite3 database, string name, Func<Total, decimal> result)
        => Check(
            raw.sqlite3_create_function(
                database, name, 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, arguments) => Add(context, name, arguments[0]),
                (context, _) => Finish(context, result)),
            database);

    /// <summary>A function of one or two numbers; NULL where one of them is NULL.</summary>
    private static void Scalar(sqlite3 database, string name, int arguments, Func<decimal, decimal, decimal> result)
        => Check(
            raw.sqlite3_create_function(
                database, name, arguments, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, values) => Compute(context, name, values, result)),
            database);

    private static void Compute(sqlite3_context context, string name, sqlite3_value[] values, Func<decimal, decimal, decimal> result)
    {
        if (Array.Exists(values, value => raw.sqlite3_value_type(value) == raw.SQLITE_NULL))
        {
            raw.sqlite3_result_null(context);
            return;
        }
        try
        {
            raw.sqlite3_result_text(context, ToText(result(Read(values[0]), Read(values[^1]))));
        }
        catch (Exception exception) when (exception is ArithmeticException or FormatException)
        {
            raw.sqlite3_result_error(context, $"{name}: {exception.Message}");
        }
    }

    private static void Add(sqlite3_context context, string name, sqlite3_value value)
    {
        var total = (Total)(context.state ??= new Total());
        if (total.Error is not null || raw.sqlite3_value_type(value) == raw.SQLITE_NULL)
            return;
        // An exception must not cross SQLite's frames: it becomes SQLite's error.
        try
        {
            total.Sum += Read(value);
            total.Count++;
        }
        catch (Exception exception) when (exception is OverflowException or FormatException)
        {
            total.Error = $"{name}: {exception.Message}";
            raw.sqlite3_result_error(context, total.Error);
        }
    }

    private static void Finish(sqlite3_context context, Func<Total, decimal> result)
    {
        if (context.state is not Total { Count: > 0, Error: null } total)
        {
            if (context.state is Total { Error: { } error })
                raw.sqlite3_result_error(context, error);
            else
                raw.sqlite3_result_null(context);
            return;
        }
        raw.sqlite3_result_text(context, ToText(result(total)));
    }

    private static decimal Read(sqlite3_value value)
    {
        switch (raw.sqlite3_value_type(value))
        {
            case raw.SQLITE_INTEGER:
                return raw.sqlite3_value_int64(value);
            case raw.SQLITE_FLOAT:
                return (decimal)raw.sqlite3_value_double(value);
        }
        var text = raw.sqlite3_value_text(value);
        var bytes = MemoryMarshal.CreateReadOnlySpan(in text.GetPinnableReference(), raw.sqlite3_value_bytes(value));
        return TryParse(bytes, out decimal number) ? number : throw new FormatException($"'{text.utf8_to_string()}' is not a decimal number.");
    }

    private static void Check(int code, sqlite3 database) => SqliteException.ThrowExceptionForRC(code, database);

    private sealed class Total
    {
        public decimal Sum { get; set; }

        public long Count { get; set; }

        public string? Error { get; set; }
    }
}
