namespace Covet.Generators.Graph;

/// <summary>Names for the private fields of a model's generated half that its own members don't have.</summary>
internal sealed class FieldNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary><c>Author</c> gives <c>_author</c>.</summary>
    public string For(string property) => Free("_" + char.ToLowerInvariant(property[0]) + property.Substring(1));

    /// <summary><c>Editor</c> gives <c>_isEditorLoaded</c>.</summary>
    public string ForFlag(string property, string state) => Free($"_is{property}{state}");

    private string Free(string name)
    {
        while (!_taken.Add(name))
            name += "_";
        return name;
    }
}
