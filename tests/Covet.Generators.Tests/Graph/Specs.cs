using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Tests.Graph;

/// <summary>Specs by hand, for the graph without Roslyn.</summary>
internal static class Specs
{
    public static ModelSpec Class(string name, params object[] members) => new()
    {
        Type = new TypeSpec
        {
            MetadataName = "Shop." + name,
            Namespace = "Shop",
            Containers = default,
            Name = name,
            Keyword = "class",
            Accessibility = "public",
            IsSealed = false,
        },
        Members = members
            .Where(member => member is ColumnSpec or RelationSpec)
            .Select(member => new MemberSpec(member as ColumnSpec, member as RelationSpec))
            .ToEquatable(),
        ManyToManys = members.OfType<ManyToManySpec>().ToEquatable(),
        Intos = members.OfType<IntoSpec>().ToEquatable(),
        Indexes = members.OfType<IndexSpec>().ToEquatable(),
        MemberNames = members.Select(NameOf).OfType<string>().Append(name).Order(StringComparer.Ordinal).ToEquatable(),
    };

    public static ColumnSpec Column(string name, StoreKind kind = StoreKind.Int32, bool isKey = false, bool isNullable = false) => new()
    {
        Name = name,
        Type = new ColumnType { Clr = new TypeRef("T", kind != StoreKind.String, isNullable), Mapping = Mapping.Plain, Stored = kind, StoredType = "T" },
        Accessibility = "public",
        IsKey = isKey,
    };

    public static RelationSpec Reference(string name, string target, bool isNullable = false, bool isKey = false, bool isOneToOne = false, string? relatedName = null) => new()
    {
        Property = new PartialPropertySpec(name, "public", "set"),
        Target = "Shop." + target,
        Type = new TypeRef("global::Shop." + target, IsValueType: false, isNullable),
        IsOneToOne = isOneToOne,
        IsKey = isKey,
        RelatedName = relatedName,
    };

    public static ManyToManySpec ManyToMany(string name, string target, string? through = null, bool symmetrical = true, string? relatedName = null) => new()
    {
        Property = new PartialPropertySpec(name, "public", ""),
        Target = "Shop." + target,
        Through = through is null ? null : "Shop." + through,
        Symmetrical = symmetrical,
        RelatedName = relatedName,
    };

    public static GraphResult Plan(params ModelSpec[] models)
    {
        var database = new DatabaseSpec(Class("ShopDb").Type, default);
        return GraphPlanner.Plan(new ParsedSpecs(
            models.Select(model => new ParseResult<ModelSpec>(model, default)).ToEquatable(),
            new([new ParseResult<DatabaseSpec>(database, default)]),
            default));
    }

    private static string? NameOf(object member) => member switch
    {
        ColumnSpec column => column.Name,
        RelationSpec relation => relation.Property.Name,
        ManyToManySpec link => link.Property.Name,
        IntoSpec into => into.Property.Name,
        _ => null,
    };
}
