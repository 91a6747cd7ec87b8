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
        var kind = link.Through is { } between
            ? $"ThroughRelation<{parent}, {child}, {key}, {childKey}, {query}, {between.Type.Global}>"
            : $"ManyToManyRelation<{parent}, {child}, {key}, {childKey}, {query}>";
        writer.WriteLine($"internal sealed class {RelationsEmitter.ClassOf(plan, link.Name)}() : global::Covet.Infrastructure.{kind}(new()");
        var facts = new RelationFacts(
            link.Name,
            link.Target,
            link.Own.Select(pair => pair.HereColumn),
            link.Other.Select(pair => pair.HereColumn),
            DialectText.Of(dialect => dialect.Many(link)))
        {
            More = $"Link = new(new({Literals.Texts(table)}), ParentColumns: {Columns(link.Own)}, ChildColumns: {Columns(link.Other)}{More(link)}),",
        };
        RelationsEmitter.WriteFacts(writer, plan, facts);
        using var body = writer.Body();
        RelationsEmitter.WriteTryGet(
            writer, $"protected override bool TryGetKey({parent} parent, out {key} key)", own, link.Own.Select(pair => "parent." + Identifiers.Escape(pair.Here)));
        if (own.Count > 1)
        {
            writer.WriteMember(KeyCode.BindKeys(own));
            writer.WriteMember(KeyCode.BindParent(own));
        }

        if (other.Count > 1)
            writer.WriteMember(KeyCode.BindChildKeys(other));
        var linkKey = own.Select((type, i) => (type, RowEmitter.Ordinal(i)));
        var rowKey = link.Other.Select(pair => (pair.HereType, RowEmitter.Ordinal(link.Target.Columns.ToList().IndexOf(pair.HereColumn))));
        var childKeyParts = link.Other.Select(pair => ColumnCode.Store(pair.HereType, "child." + Identifiers.Escape(pair.Here)));
        writer.WriteMember($"""
            protected override {childKey} ChildKey({child} child) => {KeyCode.Tuple(childKeyParts)};

            protected override {childKey} ReadKey<TReader>(ref TReader row) => {KeyCode.Read(other.Select((type, i) => (type, $"{i}")))};

            protected override {key} ReadLinkKey<TReader>(ref TReader row, int first) => {KeyCode.Read(linkKey)};

            protected override {childKey} ReadChildKey<TReader>(ref TReader row, int first) => {KeyCode.Read(rowKey)};

            protected override global::Covet.RelatedCollection<{child}, {query}> GetSet({parent} parent) => parent.{link.Identifier};

            protected override {query} CreateQuery({Refs.QueryStart} start) => new(start);
            """);
        WriteForget(writer, link, parent, child);
        if (link.Through is { } through)
            WriteJoin(writer, through, parent, child);
    }

    /// <summary>Writes which caches a write drops: the sets on both sides, and those of the links themselves.</summary>
    private static void WriteForget(SourceWriter writer, LinkPlan link, string parent, string child)
    {
        if (link.Through?.OwnSet is { } links)
        {
            writer.WriteMember($$"""
                protected override void ForgetLinks({{parent}} parent)
                {
                    base.ForgetLinks(parent);
                    parent.{{Identifiers.Escape(links)}}.Forget();
                }
                """);
        }

        string?[] back = [link.IsSymmetrical ? link.Name : link.OtherName, link.Through?.OtherSet];
        var sets = back.OfType<string>().ToList();
        if (sets.Count == 0)
            return;
        using var method = writer.Member($"protected override void ForgetBack({child} child)");
        foreach (var set in sets)
            writer.WriteLine($"child.{Identifiers.Escape(set)}.Forget();");
    }

    private static void WriteJoin(SourceWriter writer, ThroughPlan through, string parent, string child)
    {
        using var method = writer.Member($"protected override void Join({through.Type.Global} link, {parent} parent, {child} child)");
        writer.WriteLine($"""
            {through.Type.Global}.ModelRelations.{Identifiers.Escape(through.Own)}.Assign(link, parent);
            {through.Type.Global}.ModelRelations.{Identifiers.Escape(through.Other)}.Assign(link, child);
            """);
    }

    private static string More(LinkPlan link) =>
        (link.Through is null ? "" : $", Through: {link.Through.Type.Global}.ModelFacts.Info")
        + (link.IsSymmetrical ? ", IsSymmetrical: true" : "")
        + (link.Uniqueness == PairUniqueness.PairOnly ? "" : $", Uniqueness: global::Covet.Infrastructure.LinkUniqueness.{link.Uniqueness}");

    private static string Columns(IEnumerable<ColumnPair> pairs) => Literals.Texts(pairs.Select(pair => pair.ThereColumn));
}
