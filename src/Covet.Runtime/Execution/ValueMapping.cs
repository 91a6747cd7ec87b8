namespace Covet.Infrastructure;

/// <summary>How values of a C# type are stored: read from a row, bound to a parameter.</summary>
/// <typeparam name="T">The C# type; nullable when the column is.</typeparam>
public abstract class ValueMapping<T>
{
    /// <summary>The mapping of a type that the providers know themselves.</summary>
    public static ValueMapping<T> Default { get; } = new PlainMapping();

    /// <summary>Reads a value.</summary>
    public abstract T Read<TReader>(ref TReader row, int ordinal) where TReader : struct, IRowReader;

    /// <summary>Binds a value; null as NULL.</summary>
    public abstract void Bind(ParameterBinder binder, string name, T value);

    /// <summary>Binds a list of values, none of them null, as one parameter.</summary>
    public abstract void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values);

    private sealed class PlainMapping : ValueMapping<T>
    {
        public override T Read<TReader>(ref TReader row, int ordinal) => RowValue.Read<TReader, T>(ref row, ordinal);

        public override void Bind(ParameterBinder binder, string name, T value) => binder.Add(name, value);

        public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values) => binder.AddList(name, values);
    }
}
