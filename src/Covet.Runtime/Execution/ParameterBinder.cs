namespace Covet.Infrastructure;

/// <summary>Puts values into a command as parameters of the provider's own types. Values reach it unboxed.</summary>
public abstract class ParameterBinder
{
    /// <summary>Adds one value; <see langword="null"/> is sent as NULL of the type.</summary>
    /// <param name="name">The parameter's name, without its <c>@</c>.</param>
    /// <param name="value">The value, of a type that <see cref="IRowReader"/> reads, or a nullable of one.</param>
    public abstract void Add<T>(string name, T value);

    /// <summary>Adds NULL of a type.</summary>
    /// <param name="name">The parameter's name.</param>
    public abstract void AddNull<T>(string name);

    /// <summary>Adds JSON text for a <c>[Json]</c> column.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="json">The document, or <see langword="null"/> for NULL.</param>
    public abstract void AddJson(string name, string? json);

    /// <summary>Adds the version that a database gives a row; a number, where it gives none.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="version">The version.</param>
    public virtual void AddRowVersion(string name, uint version) => Add(name, (long)version);

    /// <summary>Adds NULL of a row version's type.</summary>
    /// <param name="name">The parameter's name.</param>
    public virtual void AddRowVersionNull(string name) => AddNull<long>(name);

    /// <summary>Adds a list of values as one parameter of any length: an array, or a JSON array where the database has none.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">The values, none of them null.</param>
    public abstract void AddList<T>(string name, IReadOnlyList<T> values);

    /// <summary>Adds a list of keys of two columns.</summary>
    /// <param name="name">The parameter's name; where each column takes an array of its own, the names end in 0 and 1.</param>
    /// <param name="keys">The keys.</param>
    public abstract void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys);

    /// <summary>Adds a list of keys of three columns.</summary>
    /// <param name="name">The parameter's name; where each column takes an array of its own, the names end in 0, 1 and 2.</param>
    /// <param name="keys">The keys.</param>
    public abstract void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys);

    /// <summary>Adds the values of many rows: each a parameter of its own, in turn, where the provider has no better way.</summary>
    /// <param name="rows">The rows.</param>
    public virtual void AddRows(RowValues rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (int row = 0; row < rows.Count; row++)
            rows.Bind(this, row);
    }
}
