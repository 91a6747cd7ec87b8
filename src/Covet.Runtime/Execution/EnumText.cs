using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>Enums as the names of their members, for <c>[Text]</c> columns. A number is no name: what a column says must not change when members are renumbered.</summary>
public static class EnumText
{
    /// <summary>The name of a value; of flags, their names with commas between.</summary>
    /// <param name="name">The parameter's name; null where there is none.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidValueException">No member has the value.</exception>
    public static string Of<T>(string? name, T value) where T : struct, Enum
    {
        string text = value.ToString();
        return IsNumber(text) ? throw ValueCheck.Refusal(name, $"is {text}, and no member of {typeof(T).Name} has that value, so it has no name to be stored by.") : text;
    }

    /// <summary>The value of a name.</summary>
    /// <param name="text">What a column holds.</param>
    /// <param name="isFlags">Whether there may be several names with commas between.</param>
    /// <exception cref="FormatException">No member has the name.</exception>
    public static T Parse<T>(string text, bool isFlags) where T : struct, Enum
        => !IsNumber(text) && (isFlags || !text.Contains(',', StringComparison.Ordinal)) && Enum.TryParse(text, out T value)
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No member of {typeof(T).Name} is called so."));

    private static bool IsNumber(string text) => text.AsSpan().TrimStart() is [(>= '0' and <= '9') or '-' or '+', ..];
}
