namespace Covet;

/// <summary>Converts between a property's type and the type that its column stores. NULL never reaches a converter.</summary>
/// <typeparam name="TModel">The property's type.</typeparam>
/// <typeparam name="TStored">The stored type: a number, text, date or any other type that needs no converter.</typeparam>
public interface IValueConverter<TModel, TStored>
{
    /// <summary>The stored form of a value.</summary>
    /// <param name="value">The property's value.</param>
    static abstract TStored ToStored(TModel value);

    /// <summary>The value of a stored form.</summary>
    /// <param name="value">The column's value.</param>
    static abstract TModel FromStored(TStored value);
}
