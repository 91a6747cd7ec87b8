namespace Covet;

/// <summary>
/// Stores a property as JSON, through System.Text.Json. A document with a NUL character in a text is refused, as no text column takes it; half of a
/// surrogate pair is written by System.Text.Json as U+FFFD.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonAttribute : Attribute
{
    /// <summary>
    /// The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the property's type. Programs that are trimmed or compiled
    /// ahead of time need one.
    /// </summary>
    public Type? Context { get; set; }
}
