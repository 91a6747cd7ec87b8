using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the loading of one side of a many-to-many relation.</summary>
internal static class LinkRelationEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan, LinkPlan link)
    {
        var (parent, child, query) = (plan.Type.Global, link.Target.Type.Global, link.Target.Type.GlobalBeside("Query"));
        var own = link.Own.Select(pair => pair.HereType).ToList();
        var other = link.Other.Select(pair => pair.HereType).ToList();
        var (key, childKey) = (KeyCode.TypeOf(own), KeyCode.TypeOf(other));
        var table = DialectText.Of(dialect => dialect.Table(link.Schema, link.Table));
        writer.WriteMember($"/// <summary>{plan.Type.Name}.{link.Name}: the {Words.Many(link.Target.Type)} linked through {Literals.Xml(link.Table)}.</summary>");
        writer.WriteLine($"internal sealed class {link.Name}Relation() : global::Covet.Infrastructure.ManyToManyRelation<{parent}, {child}, {key}, {childKey}, {query}>(new()");
        var facts = new RelationFacts(
            link.Name,
            link.Target,
            link.Own.Select(pair => pair.HereColumn),
            link.Other.Select(pair => pair.HereColumn),
            DialectText.Of(dialect => dialect.Many(link)))
        {
            More = $"Link = new(new({Literals.Texts(table)}), ParentColumns: {Columns(link.Own)}, ChildColumns: {Columns(link.Other)}{Through(link)}{(link.IsSymmetrical ? ", IsSymmetrical: true" : "")}),",
        };
        RelationsEmitter.WriteFacts(writer, plan, facts);
        using var body = writer.Body();
        RelationsEmitter.WriteTryGet(
            writer, $"protected override bool TryGetKey({parent} parent, out {key} key)", own, link.Own.Select(pair => "parent." + Identifiers.Escape(pair.Here)));
        if (own.Count > 1)
            writer.WriteMember(KeyCode.BindKeys(own));
        if (other.Count > 1)
            writer.WriteMember(KeyCode.BindChildKeys(other));
        var linkKey = own.Select((type, i) => (type, RowEmitter.Ordinal(i)));
        var rowKey = link.Other.Select(pair => (pair.HereType, RowEmitter.Ordinal(link.Target.Columns.ToList().IndexOf(pair.HereColumn))));
        var childKeyParts = link.Other.Select(pair => ColumnCode.Store(pair.HereType, "child." + Identifiers.Escape(pair.Here)));
        writer.WriteMember($"""
            protected override {childKey} ChildKey({child} child) => {KeyCode.Tuple(childKeyParts)};

            protected override {key} ReadLinkKey<TReader>(ref TReader row, int first) => {KeyCode.Read(linkKey)};

            protected override {childKey} ReadChildKey<TReader>(ref TReader row, int first) => {KeyCode.Read(rowKey)};

            protected override global::Covet.RelatedCollection<{child}, {query}> GetSet({parent} parent) => parent.{link.Identifier};

            protected override {query} CreateQuery({Refs.QueryStart} start) => new(start);
            """);
        if ((link.IsSymmetrical ? link.Name : link.OtherName) is { } back)
            writer.WriteMember($"protected override void ForgetBack({child} child) => child.{Identifiers.Escape(back)}.Forget();");
    }

    private static string Through(LinkPlan link) => link.Through is null ? "" : $", Through: {link.Through.Type.Global}.ModelFacts.Info";

    private static string Columns(IEnumerable<ColumnPair> pairs) => Literals.Texts(pairs.Select(pair => pair.ThereColumn));
}
