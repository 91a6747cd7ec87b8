namespace Covet;

/// <summary>Limits the length of a text: <c>varchar(n)</c> where the database has it. A longer one is refused before it is sent, on every database.</summary>
/// <param name="length">The number of characters: code points, so that an emoji counts once.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxLengthAttribute(int length) : Attribute
{
    /// <summary>The number of characters.</summary>
    public int Length { get; } = length;
}
