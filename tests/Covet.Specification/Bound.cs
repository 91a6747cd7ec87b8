using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Parameters put together by a test.</summary>
public sealed class Bound : SqlParameters
{
    private readonly List<Action<ParameterBinder>> _bindings = [];

    /// <summary>Adds a value.</summary>
    public Bound Add<T>(string name, T value) => With(binder => binder.Add(name, value));

    /// <summary>Adds NULL of a type.</summary>
    public Bound AddNull<T>(string name) => With(binder => binder.AddNull<T>(name));

    /// <summary>Adds a JSON document.</summary>
    public Bound AddJson(string name, string? json) => With(binder => binder.AddJson(name, json));

    /// <summary>Adds a list.</summary>
    public Bound AddList<T>(string name, IReadOnlyList<T> values) => With(binder => binder.AddList(name, values));

    /// <summary>Adds a list of pairs.</summary>
    public Bound AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => With(binder => binder.AddList(name, keys));

    /// <summary>Adds a list of triples.</summary>
    public Bound AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => With(binder => binder.AddList(name, keys));

    /// <inheritdoc/>
    public override void BindTo(ParameterBinder binder) => _bindings.ForEach(binding => binding(binder));

    private Bound With(Action<ParameterBinder> binding)
    {
        _bindings.Add(binding);
        return this;
    }
}
