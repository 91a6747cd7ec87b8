using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Fills the parameters of a PostgreSQL command, each typed: nothing is boxed, and the server never guesses.</summary>
internal sealed class PostgresParameterBinder(NpgsqlParameterCollection parameters) : ParameterBinder
{
    public override void Add<T>(string name, T value)
        => parameters.Add(value is null ? PostgresType<T>.Instance.Null(name) : PostgresType<T>.Instance.Parameter(name, value));

    public override void AddNull<T>(string name) => parameters.Add(PostgresType<T>.Instance.Null(name));

    public override void AddJson(string name, string? json)
        => parameters.Add(json is null ? PostgresTypes.Json.Null(name) : PostgresTypes.Json.Parameter(name, json));

    public override void AddRowVersion(string name, uint version) => parameters.Add(PostgresTypes.RowVersion.Parameter(name, version));

    public override void AddRowVersionNull(string name) => parameters.Add(PostgresTypes.RowVersion.Null(name));

    public override void AddList<T>(string name, IReadOnlyList<T> values) => parameters.Add(PostgresType<T>.Instance.List(name, values));

    public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys)
    {
        var first = new T0[keys.Count];
        var second = new T1[keys.Count];
        for (int i = 0; i < first.Length; i++)
            (first[i], second[i]) = keys[i];
        AddList(name + "_0", first);
        AddList(name + "_1", second);
    }

    public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys)
    {
        var first = new T0[keys.Count];
        var second = new T1[keys.Count];
        var third = new T2[keys.Count];
        for (int i = 0; i < first.Length; i++)
            (first[i], second[i], third[i]) = keys[i];
        AddList(name + "_0", first);
        AddList(name + "_1", second);
        AddList(name + "_2", third);
    }

    public override void AddRows(RowValues rows) => ((GatheredRows)rows).AddTo(parameters);
}
