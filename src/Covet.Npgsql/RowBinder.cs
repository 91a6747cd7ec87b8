namespace Covet.Infrastructure;

/// <summary>Takes the values of one of many rows, a column after the other.</summary>
internal abstract class RowBinder : ParameterBinder
{
    public sealed override void Add<T>(string name, T value)
    {
        if (value is null)
            AddNull(PostgresType<T>.Instance);
        else
            Add(PostgresType<T>.Instance, name, value);
    }

    public sealed override void AddNull<T>(string name) => AddNull(PostgresType<T>.Instance);

    public sealed override void AddJson(string name, string? json)
    {
        if (json is null)
            AddNull(PostgresTypes.Json);
        else
            Add(PostgresTypes.Json, name, json);
    }

    public sealed override void AddRowVersion(string name, uint version) => Add(PostgresTypes.RowVersion, name, version);

    public sealed override void AddRowVersionNull(string name) => AddNull(PostgresTypes.RowVersion);

    public sealed override void AddList<T>(string name, IReadOnlyList<T> values) => throw NoColumn(name);

    public sealed override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => throw NoColumn(name);

    public sealed override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => throw NoColumn(name);

    /// <summary>Takes the row's next value.</summary>
    protected abstract void Add<T>(PostgresType<T> type, string name, T value);

    /// <summary>Takes NULL as the row's next value.</summary>
    protected abstract void AddNull(PostgresType type);

    private static NotSupportedException NoColumn(string name) => new($"The list @{name} isn't a column of a row.");
}
