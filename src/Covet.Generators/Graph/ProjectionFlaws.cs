using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Why a member of a projection can't be filled, and what to write instead.</summary>
internal static class ProjectionFlaws
{
    /// <summary>Nothing is called like the member.</summary>
    public static string Missing(ModelNode model, string name)
    {
        if (RelatedSets.Find(model, name) is { } relation)
            return Whole(relation);
        var nearest = NearestName.Of(model, name) is { } near ? $". Did you mean '{near}'?" : "";
        return $"'{model.Name}' has no column, relation, count or aggregate of that name{nearest}";
    }

    /// <summary>What is called so has another type than the member; null if it fits.</summary>
    public static string? Misfit(ProjectionMember member, ProjectionSource source)
    {
        var path = string.Join(".", source.Path);
        if (source.Type is not { Clr: var type })
            return $"'{path}.{source.Column!.Property}' is of type '{Display(source.Column.Type.Clr)}', which has no {Noun(source.Function)}";
        if (Fits(member.Type, source.Function, type))
            return null;
        var subject = Subject(source, path);
        var reason = source.Function == RelatedFunction.Count ? $"{subject} is an int or a long"
            : member.Type.Name != type.Name ? $"{subject} is of type '{Display(type)}'"
            : source.Function == RelatedFunction.None ? $"{subject} may be NULL"
            : $"{subject} is NULL where there is no row";
        return $"{reason}. Write '{Display(type)} {member.Name}'";
    }

    private static bool Fits(TypeRef member, RelatedFunction function, TypeRef type) => function == RelatedFunction.Count
        ? member is { Name: "int" or "long", IsNullable: false }
        : member.Name == type.Name && (member.IsNullable || !type.IsNullable);

    /// <summary>A relation itself is named, not what is behind it.</summary>
    private static string Whole(NamedRelation relation)
    {
        if (relation.IsList)
            return $"'{relation.Name}' leads to many rows, but a projection is one. Count them, '{relation.Name}Count', or select the model and prefetch them";
        var column = relation.Model.Columns.Find(column => !column.IsKey) ?? relation.Model.Columns[0];
        return $"'{relation.Name}' is a whole '{relation.Model.Name}', but a projection holds columns. Name each that is needed, as in '{relation.Name}{column.Property}'";
    }

    private static string Subject(ProjectionSource source, string path) => source.Function switch
    {
        RelatedFunction.None => $"'{path}'",
        RelatedFunction.Count => $"the number of rows of '{path}'",
        RelatedFunction.Any or RelatedFunction.Exists => $"whether there is a row of '{path}'",
        var function => $"the {Noun(function)} of '{path}.{source.Column!.Property}'",
    };

    private static string Noun(RelatedFunction function) => function switch
    {
        RelatedFunction.Sum => "sum",
        RelatedFunction.Avg => "average",
        RelatedFunction.Min => "smallest value",
        _ => "greatest value",
    };

    private static string Display(TypeRef type) => type.ToString().Replace("global::", "");
}
