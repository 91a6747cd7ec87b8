using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the loading of a foreign key or one-to-one relation, from the model that declares it.</summary>
internal static class ForwardRelationEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan, ReferencePlan reference)
    {
        var (parent, child, name) = (plan.Type.Global, reference.Target.Type.Global, reference.Property.Name);
        var types = reference.Columns.Select(pair => pair.ThereType).ToList();
        var key = KeyCode.TypeOf(types);
        var ifAny = reference.IsOptional ? ", if any" : "";
        writer.WriteMember($"/// <summary>{plan.Type.Name}.{name}: the {Words.One(reference.Target.Type)} that the foreign key points to{ifAny}.</summary>");
        writer.WriteLine($"internal sealed class {RelationsEmitter.ClassOf(plan, name)}() : global::Covet.Infrastructure.ForwardRelation<{parent}, {child}, {key}>(new()");
        var facts = new RelationFacts(
            name,
            reference.Target,
            reference.Columns.Select(pair => pair.HereColumn),
            ReferenceEmitter.Principal(reference),
            DialectText.Of(dialect => dialect.One(reference.Target, ReferenceEmitter.Principal(reference))));
        RelationsEmitter.WriteFacts(writer, plan, facts with { More = reference.IsOptional ? "IsOptional = true," : "" });
        using var body = writer.Body();
        RelationsEmitter.WriteTryGet(
            writer,
            $"protected override bool TryGetKey({parent} parent, out {key} key)",
            reference.Columns.Select(pair => pair.HereType),
            reference.KeyFields.Select(field => "parent." + field));
        RelationsEmitter.WriteTryGet(
            writer,
            $"protected override bool TryGetChildKey({child} child, out {key} key)",
            types,
            reference.Columns.Select(pair => "child." + Identifiers.Escape(pair.There)));
        if (types.Count > 1)
            writer.WriteMember(KeyCode.BindKeys(types));
        WriteMemory(writer, reference, parent, child);
        WriteTakeKey(writer, reference, parent, child);
    }

    private static void WriteMemory(SourceWriter writer, ReferencePlan reference, string parent, string child)
    {
        writer.WriteMember(reference.IsOptional
            ? $$"""
                protected override bool IsLoaded({{parent}} parent) => parent.{{reference.LoadedField}} || {{ReferenceEmitter.IsNull(reference, "parent.")}};

                protected override {{child}}? GetLoaded({{parent}} parent) => parent.{{reference.Field}};

                protected override void SetLoaded({{parent}} parent, {{child}}? child)
                {
                    parent.{{reference.Field}} = child;
                    parent.{{reference.LoadedField}} = true;
                }
                """
            : $"""
                protected override bool IsLoaded({parent} parent) => parent.{reference.Field} is not null;

                protected override {child}? GetLoaded({parent} parent) => parent.{reference.Field};

                protected override void SetLoaded({parent} parent, {child}? child) => parent.{reference.Field} = child;
                """);
        WriteForget(writer, reference, parent);
        if (reference is { IsOneToOne: true, ReverseName: { } reverse })
        {
            writer.WriteMember($"""
                protected override void SetBack({child} child, {parent} parent) => {child}.ModelRelations.{Identifiers.Escape(reverse)}.Set(child, parent);
                """);
        }
    }

    /// <summary>Writes what drops the related instance, and what puts back what a write that failed has changed.</summary>
    private static void WriteForget(SourceWriter writer, ReferencePlan reference, string parent)
    {
        var fields = reference.KeyFields.Append(reference.Field).Concat(reference.IsOptional ? [reference.LoadedField] : []).ToList();
        var kept = KeyCode.Tuple(fields.Select(field => "parent." + field));
        var types = reference.Columns.Select(pair => pair.HereType.Clr.ToString()).Append(reference.Target.Type.Global + "?").Concat(reference.IsOptional ? ["bool"] : []);
        writer.WriteMember($$"""
            protected override void Forget({{parent}} parent)
            {
                parent.{{reference.Field}} = null;{{(reference.IsOptional ? $"\n    parent.{reference.LoadedField} = false;" : "")}}
            }

            protected override global::System.Action Keep({{parent}} parent)
            {
                {{KeyCode.Tuple(types)}} kept = {{kept}};
                return () => {{kept}} = kept;
            }
            """);
        if (!reference.IsOptional)
            return;
        using var method = writer.Member($"protected override void DropKey({parent} parent)");
        foreach (var field in reference.KeyFields)
            writer.WriteLine($"parent.{field} = null;");
    }

    /// <summary>Writes what a save does first: the related instance may have got its key after it was assigned.</summary>
    private static void WriteTakeKey(SourceWriter writer, ReferencePlan reference, string parent, string child)
    {
        using var method = writer.Member($"public override void TakeKey({parent} parent, {child} child)");
        foreach (var (pair, field) in reference.Columns.Zip(reference.KeyFields, (pair, field) => (pair, field)))
            writer.WriteLine($"parent.{field} = child.{Identifiers.Escape(pair.There)};");
    }
}
