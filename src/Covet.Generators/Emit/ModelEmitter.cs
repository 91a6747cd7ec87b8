using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the rest of a model's class: <c>Post.Model.g.cs</c>.</summary>
internal static class ModelEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        using var scope = writer.File(plan.Type);
        writer.WriteLine($"/// <summary>A row of the table <c>{Literals.Xml(plan.Table)}</c>.</summary>");
        using var type = writer.Block($"partial {plan.Type.Keyword} {plan.Type.Identifier} : global::Covet.IModel<{plan.Type.Global}>");
        WriteFields(writer, plan);
        foreach (var reference in plan.References)
            ReferenceEmitter.Emit(writer, plan, reference);
        foreach (var referrer in plan.Referrers)
            ReferrerEmitter.Emit(writer, plan, referrer);
        foreach (var link in plan.Links)
            WriteLink(writer, plan, link);
        foreach (var into in plan.Intos)
            WriteInto(writer, plan, into);
        HooksEmitter.Emit(writer, plan);
        ReloadEmitter.Emit(writer, plan);
        RowEmitter.Emit(writer, plan);
        BinderEmitter.Emit(writer, plan);
        FactsEmitter.Emit(writer, plan);
    }

    private static void WriteFields(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember($"private {Refs.ModelSource}? {plan.SourceField};");
        foreach (var reference in plan.References)
        {
            foreach (var (pair, field) in reference.Columns.Zip(reference.KeyFields, (pair, field) => (pair, field)))
                writer.WriteLine($"private {pair.HereType.Clr} {field}{Unset(pair.HereType.Clr)};");
            writer.WriteLine($"private {reference.Target.Type.Global}? {reference.Field};");
            if (reference.IsOptional)
                writer.WriteLine($"private volatile bool {reference.LoadedField};");
        }

        foreach (var referrer in plan.Referrers)
        {
            writer.WriteLine($"private {ReferrerEmitter.TypeOf(referrer)}? {referrer.Field};");
            if (referrer.IsOneToOne)
                writer.WriteLine($"private volatile bool {referrer.LoadedField};");
        }

        foreach (var link in plan.Links)
            writer.WriteLine($"private {TypeOf(link)}? {link.Field};");
        foreach (var into in plan.Intos)
        {
            writer.WriteLine($"private {into.Type.NotNull}? {into.Field};");
            if (!into.IsList)
                writer.WriteLine($"private volatile bool {into.FilledField};");
        }
    }

    private static void WriteLink(SourceWriter writer, ModelPlan plan, LinkPlan link)
    {
        var reverse = link.OtherName is null ? "" : $"; the reverse is <c>{link.Target.Type.Name}.{link.OtherName}</c>";
        var modifiers = link.Property is null ? link.Accessibility : link.Property.Modifiers + " partial";
        writer.WriteMember($"""
            /// <summary>
            /// The {Words.Many(link.Target.Type)} linked to this {Words.One(plan.Type)} through <c>{Literals.Xml(link.Table)}</c>{reverse}.
            {Words.Code(DialectSql.Postgres.Many(link))}
            /// </summary>
            {modifiers} {TypeOf(link)} {link.Identifier}
                => {link.Field} ?? {Refs.Interlocked}.CompareExchange(ref {link.Field}, new(this, ModelRelations.{link.Identifier}), null) ?? {link.Field};
            """);
    }

    private static void WriteInto(SourceWriter writer, ModelPlan plan, IntoPlan into) => writer.WriteMember($"""
        /// <summary>Rows of <c>{into.Relation}</c> that a prefetch put here.</summary>
        /// <exception cref="{Refs.NotLoaded}">No prefetch did.</exception>
        {into.Property.Modifiers} partial {into.Type} {into.Property.Identifier} => {(into.IsList ? $"{into.Field} ?? throw" : $"{into.FilledField} ? {into.Field} : throw")}
            {Refs.NotLoaded}.ForPlace({Literals.Text(plan.Type.Name)}, {Literals.Text(into.Property.Name)}, {Literals.Text(into.Relation)}, {Literals.Text(plan.Plural)});
        """);

    private static string TypeOf(LinkPlan link) =>
        $"global::Covet.ManyToMany<{link.Target.Type.Global}, {link.Target.Type.GlobalBeside("Query")}{(link.Through is null ? "" : ", " + link.Through.Type.Global)}>";

    /// <summary>A text or another reference has no value before a row or the user gives one.</summary>
    private static string Unset(TypeRef type) => type is { IsValueType: false, IsNullable: false } ? " = null!" : "";
}
