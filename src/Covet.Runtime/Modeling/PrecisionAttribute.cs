namespace Covet;

/// <summary>
/// How many digits a decimal has: <c>numeric(p, s)</c> where the database has it. A value that has more, before or behind the point, is refused before it is sent, on every
/// database; nothing is rounded. Without it a column holds every decimal.
/// </summary>
/// <param name="precision">The number of digits, 1 to 1000.</param>
/// <param name="scale">How many of them are behind the point, at most <paramref name="precision"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrecisionAttribute(int precision, int scale = 0) : Attribute
{
    /// <summary>The number of digits.</summary>
    public int Precision { get; } = precision;

    /// <summary>How many of them are behind the point.</summary>
    public int Scale { get; } = scale;
}
