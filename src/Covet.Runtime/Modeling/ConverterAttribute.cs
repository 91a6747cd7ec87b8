namespace Covet;

/// <summary>Stores a property of a type of one's own through a converter.</summary>
/// <typeparam name="TConverter">A type that implements <see cref="IValueConverter{TModel, TStored}"/> for the property's type.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConverterAttribute<TConverter> : Attribute;
