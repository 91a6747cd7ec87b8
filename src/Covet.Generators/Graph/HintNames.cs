using System.Globalization;
using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Names for generated files: short enough for a file system, and unique whatever the case.</summary>
internal sealed class HintNames
{
    private const int MaxLength = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string For(TypeSpec type)
    {
        var name = new StringBuilder();
        foreach (var character in type.MetadataName)
            name.Append(character is '.' or '_' || (character < 128 && char.IsLetterOrDigit(character)) ? character : '_');
        var stem = name.ToString(Math.Max(0, name.Length - MaxLength), Math.Min(name.Length, MaxLength)).TrimStart('.');
        var hint = stem;
        for (var i = 2; !_taken.Add(hint); i++)
            hint = stem + "." + i.ToString(CultureInfo.InvariantCulture);
        return hint;
    }
}
