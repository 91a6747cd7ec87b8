namespace Covet;

/// <summary>Limits the length of a text: <c>varchar(n)</c> where the database has it.</summary>
/// <param name="length">The number of characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxLengthAttribute(int length) : Attribute
{
    /// <summary>The number of characters.</summary>
    public int Length { get; } = length;
}
