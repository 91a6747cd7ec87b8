namespace Covet;

/// <summary>Makes a property or a foreign key part of the model's key. Several of them are a composite key, in the order of declaration.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
