namespace Covet.Infrastructure;

/// <summary>How values of a C# type are stored: read from a row, bound to a parameter.</summary>
/// <typeparam name="T">The C# type; nullable when the column is.</typeparam>
public abstract class ValueMapping<T>
{
    /// <summary>The mapping of a type that the providers know themselves.</summary>
    public static ValueMapping<T> Default { get; } = new PlainMapping();

    /// <summary>Reads a value.</summary>
    public abstract T Read<TReader>(ref TReader row, int ordinal) where TReader : struct, IRowReader;

    /// <summary>Reads a value that NULL can't be; NULL is an error, also of a type that could hold it.</summary>
    internal virtual T ReadPresent<TReader>(ref TReader row, int ordinal) where TReader : struct, IRowReader => Read(ref row, ordinal);

    /// <summary>Binds a value; null as NULL.</summary>
    public abstract void Bind(ParameterBinder binder, string name, T value);

    /// <summary>Binds NULL.</summary>
    public abstract void BindNull(ParameterBinder binder, string name);

    /// <summary>The type as which values are stored; null for one that the providers know themselves.</summary>
    internal virtual Type? Stored => null;

    /// <summary>Whether values are stored as JSON documents.</summary>
    internal virtual bool IsJson => false;

    /// <summary>Binds a list of values, none of them null, as one parameter.</summary>
    public abstract void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values);

    private sealed class PlainMapping : ValueMapping<T>
    {
        public override T Read<TReader>(ref TReader row, int ordinal) => RowValue.Read<TReader, T>(ref row, ordinal);

        internal override T ReadPresent<TReader>(ref TReader row, int ordinal) => RowValue.ReadPresent<TReader, T>(ref row, ordinal);

        public override void Bind(ParameterBinder binder, string name, T value) => binder.Add(name, value);

        public override void BindNull(ParameterBinder binder, string name) => binder.AddNull<T>(name);

        public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values) => binder.AddList(name, values);
    }
}

/// <summary>The mapping of a value type, for its nullable twin.</summary>
internal sealed class NullableMapping<T>(ValueMapping<T> inner) : ValueMapping<T?> where T : struct
{
    /// <summary>The mapping of the value type.</summary>
    public ValueMapping<T> Inner => inner;

    internal override Type? Stored => inner.Stored;

    internal override bool IsJson => inner.IsJson;

    public static ValueMapping<T?> Of(ValueMapping<T> inner)
        => inner == ValueMapping<T>.Default ? ValueMapping<T?>.Default : new NullableMapping<T>(inner);

    public override T? Read<TReader>(ref TReader row, int ordinal) => row.IsNull(ordinal) ? null : inner.Read(ref row, ordinal);

    public override void Bind(ParameterBinder binder, string name, T? value)
    {
        if (value is { } given)
            inner.Bind(binder, name, given);
        else
            inner.BindNull(binder, name);
    }

    public override void BindNull(ParameterBinder binder, string name) => inner.BindNull(binder, name);

    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T?> values)
        => inner.BindList(binder, name, values.Select(value => value!.Value).ToArray());
}

/// <summary>The mapping of a nullable value type, where NULL can't be: for its plain twin.</summary>
internal sealed class PresentMapping<T>(ValueMapping<T?> inner) : ValueMapping<T> where T : struct
{
    internal override Type? Stored => inner.Stored;

    public static ValueMapping<T> Of(ValueMapping<T?> inner)
        => inner == ValueMapping<T?>.Default ? ValueMapping<T>.Default : inner is NullableMapping<T> nullable ? nullable.Inner : new PresentMapping<T>(inner);

    public override T Read<TReader>(ref TReader row, int ordinal)
        => inner.Read(ref row, ordinal) ?? throw new InvalidOperationException($"A {typeof(T).Name} was expected, and NULL was read. Select its OrNull(), which gives null there.");

    public override void Bind(ParameterBinder binder, string name, T value) => inner.Bind(binder, name, value);

    public override void BindNull(ParameterBinder binder, string name) => inner.BindNull(binder, name);

    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values)
        => inner.BindList(binder, name, values.Select(value => (T?)value).ToArray());
}
