using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>What a member's name means.</summary>
/// <param name="Path">The properties that lead there: to a column, or to a relation.</param>
/// <param name="Owner">The model that has the column or relation.</param>
/// <param name="Function">What is asked of the relation.</param>
/// <param name="Column">The column: the owner's, or the related model's for an aggregate.</param>
/// <param name="IsOptional">Whether the path may lead nowhere.</param>
internal sealed record ProjectionSource(IReadOnlyList<string> Path, ModelNode Owner, RelatedFunction Function, ColumnNode? Column, bool IsOptional)
{
    private static readonly RelatedFunction[] Aggregates = [RelatedFunction.Sum, RelatedFunction.Min, RelatedFunction.Max, RelatedFunction.Avg];

    /// <summary>The type of its values; null where the column's type doesn't have the function.</summary>
    public ColumnType? Type => Function switch
    {
        RelatedFunction.None => Column!.Type.AsReference(Column.Type.IsNullable || IsOptional),
        RelatedFunction.Count => AggregateTypes.Count,
        RelatedFunction.Any or RelatedFunction.Exists => AggregateTypes.Any,
        _ => AggregateTypes.Of(Function, Column!.Type),
    };

    /// <summary>Finds what a name means on a model: a column first, then what is behind relations to one row, then what is asked of the model's own relations.</summary>
    public static ProjectionSource? Find(ModelNode node, string name) => Find(node, name, [], isOptional: false);

    private static ProjectionSource? Find(ModelNode node, string name, IReadOnlyList<string> path, bool isOptional)
    {
        if (node.Columns.Find(column => column.Property == name) is { } column)
            return new ProjectionSource([.. path, name], node, RelatedFunction.None, column, isOptional);
        foreach (var relation in ToOne(node, name))
        {
            if (Find(relation.Model, name.Substring(relation.Name.Length), [.. path, relation.Name], isOptional || relation.IsOptional) is { } found)
                return found;
        }

        return OfRelation(node, name) is var (asked, function, aggregated) ? new ProjectionSource([.. path, asked], node, function, aggregated, isOptional) : null;
    }

    /// <summary>The relations to one row that a name may begin with, the longest first.</summary>
    public static IEnumerable<NamedRelation> ToOne(ModelNode node, string name) => RelatedSets.Of(node)
        .Where(relation => !relation.IsList && name.Length > relation.Name.Length && name.StartsWith(relation.Name, StringComparison.Ordinal))
        .OrderByDescending(relation => relation.Name.Length);

    private static (string Relation, RelatedFunction Function, ColumnNode? Column)? OfRelation(ModelNode node, string name)
    {
        const string count = "Count", has = "Has";
        var relations = RelatedSets.Of(node).OrderByDescending(relation => relation.Name.Length).ToList();
        if (name.EndsWith(count, StringComparison.Ordinal) && Named(relations, name.Substring(0, name.Length - count.Length)) is { IsList: true } counted)
            return (counted.Name, RelatedFunction.Count, null);
        if (name.StartsWith(has, StringComparison.Ordinal) && Named(relations, name.Substring(has.Length)) is { IsOptional: true } tested)
            return (tested.Name, tested.IsList ? RelatedFunction.Any : RelatedFunction.Exists, null);
        var matches =
            from function in Aggregates
            let suffix = function.ToString()
            where name.EndsWith(suffix, StringComparison.Ordinal)
            let body = name.Substring(0, name.Length - suffix.Length)
            from relation in relations
            where relation.IsList
            from column in relation.Model.Columns
            where body.EndsWith(column.Property, StringComparison.Ordinal)
            let word = body.Substring(0, body.Length - column.Property.Length)
            where word == relation.Name || relation.IsSingular(word)
            orderby word == relation.Name descending
            select ((string, RelatedFunction, ColumnNode?)?)(relation.Name, function, column);
        return matches.FirstOrDefault();
    }

    /// <summary>The relation of a name, or the one whose rows the name means one of.</summary>
    private static NamedRelation? Named(List<NamedRelation> relations, string name) =>
        relations.Find(relation => relation.Name == name) ?? relations.Find(relation => relation.IsSingular(name));
}
