using Covet.Infrastructure;

namespace Covet;

/// <summary>What a column holds at most: characters of a text, or digits of a decimal.</summary>
/// <param name="MaxLength">The number of characters; 0 for a decimal.</param>
/// <param name="Precision">The number of digits; 0 for a text.</param>
/// <param name="Scale">How many of them are behind the point.</param>
internal sealed record ColumnLimit(int MaxLength, int Precision = 0, int Scale = 0)
{
    /// <summary>Demands that a stored value is within the limit.</summary>
    /// <exception cref="InvalidValueException">It is not.</exception>
    public void Demand<T>(string name, T value)
    {
        switch (value)
        {
            case string text when MaxLength > 0:
                ValueCheck.Length(name, text, MaxLength);
                break;
            case string[] texts when MaxLength > 0:
                ValueCheck.Length(name, texts, MaxLength);
                break;
            case decimal number when Precision > 0:
                ValueCheck.Digits(name, number, Precision, Scale);
                break;
        }
    }
}
