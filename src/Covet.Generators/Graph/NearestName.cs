namespace Covet.Generators.Graph;

/// <summary>The name that was meant: one that differs in case alone, or else in few characters.</summary>
internal static class NearestName
{
    /// <summary>The nearest name that a member of a projection could have; null if none is near.</summary>
    public static string? Of(ModelNode node, string name)
    {
        var names = Names(node).ToList();
        if (names.Find(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) is { } equal)
            return equal;
        var limit = name.Length < 4 ? 1 : 2;
        var near = names.Select(other => (Name: other, Distance: Distance(name, other))).Where(other => other.Distance <= limit).OrderBy(other => other.Distance).FirstOrDefault().Name;
        return near ?? Behind(node, name);
    }

    /// <summary>The relations of the beginning are right: the end may have been meant otherwise.</summary>
    private static string? Behind(ModelNode node, string name) => ProjectionSource.ToOne(node, name)
        .Select(relation => Of(relation.Model, name.Substring(relation.Name.Length)) is { } rest ? relation.Name + rest : null)
        .FirstOrDefault(found => found is not null);

    private static IEnumerable<string> Names(ModelNode node) => node.Columns.Select(column => column.Property)
        .Concat(RelatedSets.Of(node).SelectMany(relation => relation.IsList
            ? [relation.Name + "Count", "Has" + relation.Name]
            : relation.Model.Columns.Select(column => relation.Name + column.Property)));

    /// <summary>How many characters have to be put in, taken out or replaced.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }

        return row[right.Length];
    }
}
