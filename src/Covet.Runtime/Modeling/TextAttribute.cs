namespace Covet;

/// <summary>Stores an enum by the names of its members instead of by its numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute : Attribute;
