namespace Covet.Infrastructure;

/// <summary>
/// The spelling of a function as a constant text with holes: <c>{0}</c> is the first argument where it needs no parentheses, between commas or words,
/// <c>[0]</c> the first argument as an operand, in parentheses where it needs them.
/// </summary>
public static class SqlTemplate
{
    /// <summary>Writes a template with its arguments.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="template">The constant text.</param>
    /// <param name="arguments">What stands in the holes.</param>
    public static void Write(SqlWriter writer, string template, ReadOnlySpan<SqlExpression> arguments)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var rest = template.AsSpan();
        for (int hole; (hole = rest.IndexOfAny('{', '[')) >= 0; rest = rest[(hole + 3)..])
        {
            writer.Append(rest[..hole]);
            var argument = arguments[rest[hole + 1] - '0'];
            if (rest[hole] == '{')
                writer.Argument(argument);
            else
                writer.Operand(argument);
        }
        writer.Append(rest);
    }
}
