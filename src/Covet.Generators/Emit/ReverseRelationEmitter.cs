using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the loading of a foreign key or one-to-one relation, from the model that it leads to.</summary>
internal static class ReverseRelationEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan, ReferrerPlan referrer)
    {
        var (parent, source) = (plan.Type.Global, referrer.Source.Type);
        var types = referrer.Columns.Select(pair => pair.HereType).ToList();
        var key = KeyCode.TypeOf(types);
        var childKey = KeyCode.TypeOf(referrer.SourceKey.Select(part => part.Type));
        var kind = referrer.IsOneToOne
            ? $"ReverseToOne<{parent}, {source.Global}, {key}>"
            : $"ReverseToMany<{parent}, {source.Global}, {key}, {childKey}, {source.GlobalBeside("Query")}>";
        var what = referrer.IsOneToOne ? Words.One(source) : Words.Many(source);
        writer.WriteMember($"/// <summary>{plan.Type.Name}.{referrer.Name}: the {what} whose {referrer.Relation} is the {Words.One(plan.Type)}.</summary>");
        writer.WriteLine($"internal sealed class {RelationsEmitter.ClassOf(plan, referrer.Name)}() : global::Covet.Infrastructure.{kind}(new()");
        var facts = new RelationFacts(
            referrer.Name,
            referrer.Source,
            referrer.Columns.Select(pair => pair.HereColumn),
            ReferrerEmitter.ForeignKey(referrer),
            DialectText.Of(dialect => ReferrerEmitter.Batch(referrer, dialect)));
        RelationsEmitter.WriteFacts(writer, plan, facts with { More = referrer.IsOneToOne ? "IsOptional = true," : "" });
        using var body = writer.Body();
        writer.WriteMember($"""
            protected override global::Covet.Infrastructure.ForwardRelation<{source.Global}, {parent}, {key}> Forward
                => {source.Global}.ModelRelations.{Identifiers.Escape(referrer.Relation)};
            """);
        RelationsEmitter.WriteTryGet(
            writer,
            $"protected override bool TryGetKey({parent} parent, out {key} key)",
            types,
            referrer.Columns.Select(pair => "parent." + Identifiers.Escape(pair.Here)));
        if (types.Count > 1)
            writer.WriteMember(KeyCode.BindKeys(types));
        writer.WriteMember(referrer.IsOneToOne ? One(referrer, parent, source.Global) : Many(referrer, parent, source));
        if (referrer.IsOneToOne)
            return;
        WriteKeys(writer, referrer, types, childKey);
        WriteForget(writer, referrer, parent, source.Global);
    }

    /// <summary>Writes which caches a write of links drops besides the set: those of the many-to-many relations that go through them.</summary>
    private static void WriteForget(SourceWriter writer, ReferrerPlan referrer, string parent, string child)
    {
        var sets = referrer.Passages.Select(passage => passage.Set).OfType<string>().Distinct().ToList();
        if (sets.Count > 0)
        {
            using var method = writer.Member($"protected override void ForgetSets({parent} parent)");
            writer.WriteLine("base.ForgetSets(parent);");
            foreach (var set in sets)
                writer.WriteLine($"parent.{Identifiers.Escape(set)}.Forget();");
        }

        var ends = referrer.Passages.SelectMany(passage => new[] { (passage.Other, passage.OtherSet), (passage.Other, passage.OtherLinks) })
            .Where(end => end.Item2 is not null).Distinct().ToList();
        if (ends.Count == 0)
            return;
        using var ending = writer.Member($"protected override void ForgetOtherEnds({child} child)");
        foreach (var (relation, set) in ends)
            writer.WriteLine($"{child}.ModelRelations.{Identifiers.Escape(relation)}.InMemory(child)?.{Identifiers.Escape(set!)}.Forget();");
    }

    /// <summary>Writes how the set's writes name its rows, and bind keys.</summary>
    private static void WriteKeys(SourceWriter writer, ReferrerPlan referrer, List<ColumnType> types, string childKey)
    {
        var key = referrer.SourceKey.Select(part => ColumnCode.Store(part.Type, "child." + Identifiers.Escape(part.Property)));
        writer.WriteMember($"""
            protected override {childKey} ChildKey({referrer.Source.Type.Global} child) => {KeyCode.Tuple(key)};

            protected override {childKey} ReadKey<TReader>(ref TReader row) => {KeyCode.Read(referrer.SourceKey.Select((part, i) => (part.Type, $"{i}")))};
            """);
        if (types.Count > 1)
            writer.WriteMember(KeyCode.BindParent(types));
        if (referrer.SourceKey.Count > 1)
            writer.WriteMember(KeyCode.BindChildKeys(referrer.SourceKey.Select(part => part.Type)));
    }

    private static string One(ReferrerPlan referrer, string parent, string child) => $$"""
        protected override bool IsLoaded({{parent}} parent) => parent.{{referrer.LoadedField}};

        protected override {{child}}? GetLoaded({{parent}} parent) => parent.{{referrer.Field}};

        protected override void SetLoaded({{parent}} parent, {{child}}? child)
        {
            parent.{{referrer.Field}} = child;
            parent.{{referrer.LoadedField}} = true;
        }

        protected override void Forget({{parent}} parent)
        {
            parent.{{referrer.Field}} = null;
            parent.{{referrer.LoadedField}} = false;
        }
        """;

    private static string Many(ReferrerPlan referrer, string parent, TypeSpec source) => $"""
        protected override global::Covet.RelatedCollection<{source.Global}, {source.GlobalBeside("Query")}> GetSet({parent} parent) => parent.{referrer.Identifier};

        protected override {source.GlobalBeside("Query")} CreateQuery({Refs.QueryStart} start) => new(start);
        """;
}
