using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints how a model's relations are loaded and put together: <c>Post.Relations.g.cs</c>.</summary>
internal static class RelationsEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        using var scope = writer.File(plan.Type);
        using var type = writer.Block($"partial {plan.Type.Keyword} {plan.Type.Identifier}");
        if (plan.References.Count + plan.Referrers.Count + plan.Links.Count > 0)
            WriteRelations(writer, plan);
        if (plan.Intos.Count > 0)
            PlacesEmitter.Emit(writer, plan);
    }

    /// <summary>The class of a relation: <c>AuthorRelation</c>, unless that is a relation, too.</summary>
    public static string ClassOf(ModelPlan plan, string name)
    {
        var type = name + "Relation";
        while (NamesOf(plan).Contains(type))
            type += "_";
        return type;
    }

    private static IEnumerable<string> NamesOf(ModelPlan plan) => plan.References.Select(reference => reference.Property.Name)
        .Concat(plan.Referrers.Select(referrer => referrer.Name))
        .Concat(plan.Links.Select(link => link.Name));

    private static void WriteRelations(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember("/// <summary>How this model's relations are loaded and put together.</summary>");
        using var relations = writer.Block("internal static class ModelRelations");
        foreach (var name in NamesOf(plan))
            writer.WriteMember($"public static readonly {ClassOf(plan, name)} {Identifiers.Escape(name)} = new();");
        foreach (var reference in plan.References)
            ForwardRelationEmitter.Emit(writer, plan, reference);
        foreach (var referrer in plan.Referrers)
            ReverseRelationEmitter.Emit(writer, plan, referrer);
        foreach (var link in plan.Links)
            LinkRelationEmitter.Emit(writer, plan, link);
    }

    /// <summary>Writes the facts that every relation hands to its base class.</summary>
    public static void WriteFacts(SourceWriter writer, ModelPlan plan, RelationFacts facts)
    {
        using var initialiser = writer.Body("})");
        writer.WriteLine($"""
            Name = {Literals.Text(facts.Name)},
            Parent = ModelFacts.Info,
            ParentTable = {Literals.Text(plan.Plural)},
            Child = {facts.Child.Type.Global}.ModelFacts.Info,
            ParentColumns = {Literals.Texts(facts.ParentColumns)},
            ChildColumns = {Literals.Texts(facts.ChildColumns)},
            """);
        if (facts.More.Length > 0)
            writer.WriteLine(facts.More);
        writer.WriteSqlText("Batch = ", facts.Batch, ",");
    }

    /// <summary>Writes a method that finds one side's key.</summary>
    public static void WriteTryGet(SourceWriter writer, string head, IEnumerable<ColumnType> types, IEnumerable<string> values)
    {
        using var method = writer.Member(head);
        writer.WriteLine(KeyCode.TryGet(types.Zip(values, (type, value) => (type, value)).ToList()));
    }
}

/// <summary>What a relation's class tells its base class.</summary>
/// <param name="Name">The relation's name.</param>
/// <param name="Child">The model that it leads to.</param>
/// <param name="ParentColumns">The columns here.</param>
/// <param name="ChildColumns">The columns there.</param>
/// <param name="Batch">The statement that loads it for many.</param>
internal sealed record RelationFacts(string Name, NeighbourPlan Child, IEnumerable<string> ParentColumns, IEnumerable<string> ChildColumns, DialectText Batch)
{
    /// <summary>One more initialiser, where there is one.</summary>
    public string More { get; init; } = "";
}
