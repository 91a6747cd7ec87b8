using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>The graph, cut into one plan for each model.</summary>
internal static class PlanBuilder
{
    public static ModelPlan Build(ModelNode node, string hintName)
    {
        var fields = new FieldNames(node.Spec.MemberNames);
        var source = fields.For("Source");
        var columns = node.Columns.Select((column, ordinal) => Column(node, column, ordinal, fields)).ToEquatable();
        return new ModelPlan
        {
            Type = node.Type,
            Plural = node.Plural,
            HintName = hintName,
            Table = node.Table,
            Schema = node.Schema,
            SourceField = source,
            HasRequiredMembers = node.Spec.HasRequiredMembers,
            PrinterModifiers = node.Spec.PrinterModifiers,
            HasConstructor = node.Spec.HasConstructor,
            Columns = columns,
            Key = new KeyPlan(columns.Where(column => column.IsKey).ToEquatable(), KeyPlan.SourceOf(node.Key)),
            Conflicts = ConflictBuilder.Build(node, columns).ToEquatable(),
            References = node.References.Select(edge => Reference(edge, columns, fields)).ToEquatable(),
            Referrers = node.Referrers.Where(edge => edge.ReverseName is not null).Select(edge => Referrer(edge, fields)).ToEquatable(),
            Links = node.Links.Select(edge => Link(edge, fields))
                .Concat(node.Linkers.Where(edge => edge.ReverseName is not null).Select(edge => ReverseLink(edge, fields)))
                .ToEquatable(),
            IsLinked = node.Linkers.Count > 0 || node.Links.Exists(edge => edge.ReverseName is not null),
            Intos = node.Spec.Intos.Select(into => Into(node, into, fields)).OfType<IntoPlan>().ToEquatable(),
            Hooks = node.Spec.Hooks.Except(GeneratedNames(node)).ToEquatable(),
            Registry = Registry(node).ToEquatable(),
        };
    }

    /// <summary>The names of the members that relations bring.</summary>
    private static IEnumerable<string> GeneratedNames(ModelNode node) => node.Columns.Select(column => column.Property)
        .Concat(node.Referrers.Select(edge => edge.ReverseName).Concat(node.Linkers.Select(edge => edge.ReverseName)).OfType<string>());

    private static ColumnPlan Column(ModelNode node, ColumnNode column, int ordinal, FieldNames fields) => new()
    {
        Property = column.Property,
        Name = column.Name,
        Type = column.Type,
        Accessibility = column.Accessibility,
        Ordinal = ordinal,
        IsKey = column.IsKey,
        IsUnique = IndexChecks.IsUnique(node, column),
        Init = column.Init,
        Role = column.Role,
        Field = column.Relation is null ? null : fields.For(column.Property),
    };

    private static NeighbourPlan Neighbour(ModelNode node) => new()
    {
        Type = node.Type,
        Table = node.Table,
        Schema = node.Schema,
        Columns = node.Columns.Select(column => column.Name).ToEquatable(),
        Key = node.Key.Select(column => column.Name).ToEquatable(),
    };

    private static ReferencePlan Reference(ReferenceEdge edge, EquatableArray<ColumnPlan> columns, FieldNames fields) => new()
    {
        Property = edge.Spec.Property,
        Type = edge.Spec.Type,
        Target = Neighbour(edge.To),
        Columns = edge.Columns.Zip(edge.Principal, Pair).ToEquatable(),
        KeySource = edge.Principal.SequenceEqual(edge.To.Key) ? KeyPlan.SourceOf(edge.To.Key) : KeySource.Program,
        IsOneToOne = edge.Spec.IsOneToOne,
        ReverseName = edge.ReverseName,
        KeyFields = edge.Columns.Select(column => columns.First(plan => plan.Property == column.Property).Field!).ToEquatable(),
        Field = fields.For(edge.Name),
        LoadedField = fields.ForFlag(edge.Name, "Loaded"),
    };

    private static ReferrerPlan Referrer(ReferenceEdge edge, FieldNames fields) => new()
    {
        Name = edge.ReverseName!,
        Source = Neighbour(edge.From),
        SourceKey = edge.From.Key.Select(column => new KeyPart(column.Property, column.Type)).ToEquatable(),
        Relation = edge.Name,
        Columns = edge.Principal.Zip(edge.Columns, Pair).ToEquatable(),
        IsOneToOne = edge.Spec.IsOneToOne,
        IsOptional = edge.Spec.Type.IsNullable,
        Field = fields.For(edge.ReverseName!),
        LoadedField = fields.ForFlag(edge.ReverseName!, "Loaded"),
        Passages = Passages(edge).ToEquatable(),
    };

    private static IEnumerable<PassagePlan> Passages(ReferenceEdge edge) =>
        edge.To.Links.Where(link => ReferenceEquals(link.Table.LeftReference, edge))
            .Select(link => Passage(link.Name, link.Table.RightReference!, link.ReverseName))
            .Concat(edge.To.Linkers.Where(link => ReferenceEquals(link.Table.RightReference, edge))
                .Select(link => Passage(link.ReverseName, link.Table.LeftReference!, link.Name)));

    private static PassagePlan Passage(string? set, ReferenceEdge other, string? otherSet) => new(set, other.Name, otherSet, SetOf(other));

    private static LinkPlan Link(LinkEdge edge, FieldNames fields) => new()
    {
        Name = edge.Name,
        Property = edge.Spec.Property,
        Target = Neighbour(edge.To),
        Through = Through(edge.Table, edge.Table.LeftReference, edge.Table.RightReference),
        Table = edge.Table.Name,
        Schema = edge.Table.Schema,
        Own = edge.Table.Left.Select(Pair).ToEquatable(),
        Other = edge.Table.Right.Select(Pair).ToEquatable(),
        Uniqueness = LinkBuilder.Uniqueness(edge.Table),
        IsSymmetrical = edge.IsSymmetrical,
        OtherName = edge.ReverseName,
        Field = fields.For(edge.Name),
    };

    private static LinkPlan ReverseLink(LinkEdge edge, FieldNames fields) => new()
    {
        Name = edge.ReverseName!,
        Property = null,
        Target = Neighbour(edge.From),
        Through = Through(edge.Table, edge.Table.RightReference, edge.Table.LeftReference),
        Table = edge.Table.Name,
        Schema = edge.Table.Schema,
        Own = edge.Table.Right.Select(Pair).ToEquatable(),
        Other = edge.Table.Left.Select(Pair).ToEquatable(),
        Uniqueness = LinkBuilder.Uniqueness(edge.Table),
        IsSymmetrical = false,
        OtherName = edge.Name,
        Field = fields.For(edge.ReverseName!),
    };

    private static ThroughPlan? Through(LinkTable table, ReferenceEdge? own, ReferenceEdge? other) =>
        table.Through is null ? null : new ThroughPlan(table.Through.Type, own!.Name, other!.Name, SetOf(own), SetOf(other));

    private static string? SetOf(ReferenceEdge edge) => edge.Spec.IsOneToOne ? null : edge.ReverseName;

    private static IntoPlan? Into(ModelNode node, IntoSpec into, FieldNames fields) =>
        RelatedSets.Find(node, into.Relation) is { } related && related.IsList == into.IsList && related.Model.Type.MetadataName == into.Element
            ? new IntoPlan(
                into.Property, into.Type, into.Relation, related.Model.Type, into.IsList, fields.For(into.Property.Name), fields.ForFlag(into.Property.Name, "Filled"))
            : null;

    private static IEnumerable<RegistryEntry> Registry(ModelNode node) =>
        node.Referrers.Select(edge => new RegistryEntry(edge.From.Type, edge.Name, edge.Spec.IsOneToOne ? "OneToOne" : "ForeignKey", edge.ReverseName ?? "+"))
            .Concat(node.Linkers.Select(edge => new RegistryEntry(edge.From.Type, edge.Name, "ManyToMany", edge.ReverseName ?? "+")))
            .OrderBy(entry => entry.Source.MetadataName, StringComparer.Ordinal);

    private static ColumnPair Pair(ColumnNode here, ColumnNode there) => new(here.Property, here.Name, here.Type, there.Property, there.Name, there.Type);

    private static ColumnPair Pair(LinkColumn link) => new(
        link.Principal.Property, link.Principal.Name, link.Principal.Type, link.Name, link.Name, link.Principal.Type.AsReference(isNullable: false));
}
