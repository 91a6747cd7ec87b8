namespace Covet.Infrastructure;

/// <summary>A binder that notes the names alone, for recordings.</summary>
internal sealed class ParameterNames : ParameterBinder
{
    private readonly List<string> _names = [];

    public static IReadOnlyList<string> Of(SqlParameters parameters)
    {
        var names = new ParameterNames();
        parameters.BindTo(names);
        return names._names;
    }

    public override void Add<T>(string name, T value) => _names.Add(name);

    public override void AddNull<T>(string name) => _names.Add(name);

    public override void AddJson(string name, string? json) => _names.Add(name);

    public override void AddList<T>(string name, IReadOnlyList<T> values) => _names.Add(name);

    public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => _names.Add(name);

    public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => _names.Add(name);

    /// <summary>Notes the names of the columns, which all rows share.</summary>
    public override void AddRows(RowValues rows) => rows.Bind(this, 0);
}
