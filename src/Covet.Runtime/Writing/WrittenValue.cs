using Covet.Infrastructure;

namespace Covet;

/// <summary>A value that a column is set to: within the column's limits, and named by the column where it can't be stored.</summary>
internal sealed class WrittenValue<T>(T value, ValueMapping<T>? mapping, StoredAs column) : Expr<T>, IParameterSource
{
    internal override ValueMapping<T> Mapping { get; } = mapping ?? ValueMapping<T>.Default;

    internal override bool CanBeNull => value is null;

    StoredAs? IParameterSource.Meant => column;

    internal override void Write(SqlWriter writer) => writer.Parameter(this);

    void IParameterSource.Bind(ParameterBinder binder, string name)
        => Mapping.Bind(column.Info.Limit is { } limit ? new LimitBinder(binder, limit) : binder, name, value);

    /// <summary>Looks at a stored value before it is bound.</summary>
    private sealed class LimitBinder(ParameterBinder inner, ColumnLimit limit) : ParameterBinder
    {
        public override void Add<TStored>(string name, TStored stored)
        {
            limit.Demand(name, stored);
            inner.Add(name, stored);
        }

        public override void AddNull<TStored>(string name) => inner.AddNull<TStored>(name);

        public override void AddJson(string name, string? json) => inner.AddJson(name, json);

        public override void AddList<TItem>(string name, IReadOnlyList<TItem> values) => inner.AddList(name, values);

        public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => inner.AddList(name, keys);

        public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => inner.AddList(name, keys);
    }
}
