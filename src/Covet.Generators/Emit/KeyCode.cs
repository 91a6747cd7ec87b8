using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>The C# of a key as it is stored: one value, or a tuple of several.</summary>
internal static class KeyCode
{
    /// <summary>The key's type.</summary>
    public static string TypeOf(IEnumerable<ColumnType> parts) => Tuple(parts.Select(part => ColumnCode.Carrier(part.Stored)));

    /// <summary>The body of a method that puts a key into <c>key</c>, and says whether there is one.</summary>
    public static string TryGet(IReadOnlyList<(ColumnType Type, string Value)> parts)
    {
        var tests = parts.Select((part, i) => CanBeNull(part.Type) ? $"{part.Value} is not {{ }} part{i}" : null).OfType<string>().ToList();
        var key = Tuple(parts.Select((part, i) => ColumnCode.Store(part.Type, CanBeNull(part.Type) ? $"part{i}" : part.Value)));
        return (tests.Count == 0 ? "" : $$"""
            if ({{string.Join(" || ", tests)}})
            {
                key = default!;
                return false;
            }

            """) + $"""
            key = {key};
            return true;
            """;
    }

    /// <summary>Reads a key from <c>row</c>.</summary>
    public static string Read(IEnumerable<(ColumnType Type, string Ordinal)> parts) =>
        Tuple(parts.Select(part => ColumnCode.ReadStored(part.Type.Stored, part.Ordinal)));

    /// <summary>The override that binds keys of several columns.</summary>
    public static string BindKeys(IEnumerable<ColumnType> parts) =>
        $"protected override void BindKeys({Refs.ParameterBinder} binder, string name, {Refs.IReadOnlyList}<{TypeOf(parts)}> keys) => binder.AddList(name, keys);";

    /// <summary>The override that binds children's keys of several columns.</summary>
    public static string BindChildKeys(IEnumerable<ColumnType> parts) =>
        $"protected override void BindChildKeys({Refs.ParameterBinder} binder, {Refs.IReadOnlyList}<{TypeOf(parts)}> keys) => binder.AddList(\"children\", keys);";

    /// <summary>The override that binds one parent's key of several columns.</summary>
    public static string BindParent(IReadOnlyList<ColumnType> parts)
    {
        var adds = parts.Select((_, i) => $"    binder.Add(\"parent_{i}\", key.Item{i + 1});");
        return $$"""
            protected override void BindParent({{Refs.ParameterBinder}} binder, {{TypeOf(parts)}} key)
            {
            {{string.Join("\n", adds)}}
            }
            """;
    }

    /// <summary>Several items as a tuple, one as it is.</summary>
    public static string Tuple(IEnumerable<string> items) => items.ToList() is [var item] ? item : $"({string.Join(", ", items)})";

    /// <summary>A reference may be null in an instance that is being filled, whatever its type says.</summary>
    private static bool CanBeNull(ColumnType type) => type.IsNullable || !type.Clr.IsValueType;
}
