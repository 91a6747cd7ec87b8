namespace Covet.Infrastructure;

/// <summary>Writes rows in the form in which they are copied.</summary>
internal sealed class CopyBinder(CopyBuffer buffer) : RowBinder
{
    protected override void Add<T>(PostgresType<T> type, string name, T value) => type.Write(buffer, name, value);

    protected override void AddNull(PostgresType type) => buffer.Null();
}

/// <summary>Notes the types of a row's columns.</summary>
internal sealed class TypeBinder : RowBinder
{
    /// <summary>Their names in SQL.</summary>
    public List<string> Names { get; } = [];

    protected override void Add<T>(PostgresType<T> type, string name, T value) => Names.Add(type.SqlName);

    protected override void AddNull(PostgresType type) => Names.Add(type.SqlName);
}
