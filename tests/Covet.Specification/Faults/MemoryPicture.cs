using System.Collections;
using System.Reflection;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>All that instances hold, and those that they lead to: columns, where they came from, what their relations have in memory.</summary>
internal sealed class MemoryPicture
{
    private readonly Dictionary<IModel, List<(FieldInfo Field, object? Value)>> _instances = new(ReferenceEqualityComparer.Instance);

    public MemoryPicture(IEnumerable<IModel> roots)
    {
        var next = new Queue<IModel>(roots);
        while (next.TryDequeue(out var model))
        {
            if (_instances.ContainsKey(model))
                continue;
            var fields = FieldsOf(model.GetType()).ConvertAll(field => (field, ValueOf(field, model)));
            _instances.Add(model, fields);
            foreach (var (_, value) in fields)
            {
                foreach (var related in value is IModel one ? [one] : value is object?[] many ? many.OfType<IModel>() : [])
                    next.Enqueue(related);
            }
        }
    }

    /// <summary>Asserts that the instances hold what they did. What was in memory of relations of a saved one may be dropped, but be nothing else.</summary>
    public void AssertKept(string when)
    {
        foreach (var (model, fields) in _instances)
        {
            bool isSaved = fields.Exists(field => field.Value is ModelSource);
            foreach (var (field, before) in fields)
            {
                object? after = ValueOf(field, model);
                bool isKept = before is object?[] items
                    ? after is object?[] now && items.SequenceEqual(now, ReferenceEqualityComparer.Instance)
                    : before is IModel or ModelSource ? ReferenceEquals(before, after) : Equals(before, after);
                bool isDropped = isSaved && ((before is object?[] or IModel && after is null) || (field.Name.EndsWith("Loaded", StringComparison.Ordinal) && after is false));
                Assert.True(isKept || isDropped, $"{when}: {model.GetType().Name}.{field.Name} was {Text(before)}, and is {Text(after)}.");
            }
        }
    }

    private static object? ValueOf(FieldInfo field, object owner) => field.GetValue(owner) switch
    {
        string text => text,
        IEnumerable items => items.Cast<object?>().ToArray(),
        { } set when FieldsOf(set.GetType()).Find(inner => inner.Name == "_items") is { } inner => ((IEnumerable?)inner.GetValue(set))?.Cast<object?>().ToArray(),
        var value => value,
    };

    private static List<FieldInfo> FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var each = type; each is not null && each != typeof(object); each = each.BaseType)
            fields.AddRange(each.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        return fields;
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        object?[] items => $"{items.Length} items",
        _ => $"{value}",
    };
}
