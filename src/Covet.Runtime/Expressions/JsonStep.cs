namespace Covet;

/// <summary>A step into a JSON document: a member of an object by its name, or an element of an array by its position, the first being 0.</summary>
public readonly struct JsonStep
{
    private readonly string? _text;

    private JsonStep(string text) => _text = text;

    /// <summary>As the databases take it: a text, also of a position.</summary>
    internal string Text => _text ?? throw new ArgumentException("A step of a JSON path is empty: write the name of a member or the position of an element.");

    /// <summary>A member of an object. Any name will do; nothing in it is special.</summary>
    /// <param name="member">Its name.</param>
    public static implicit operator JsonStep(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new JsonStep(member);
    }

    /// <summary>An element of an array.</summary>
    /// <param name="element">Its position, the first being 0.</param>
    public static implicit operator JsonStep(int element)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        return new JsonStep(element.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
