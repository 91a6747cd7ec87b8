using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints what of a model can be prefetched: <c>Post.Prefetch.g.cs</c>.</summary>
internal static class PrefetchEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        using var scope = writer.File(plan.Type);
        writer.WriteLine($"/// <summary>The relations of <see cref=\"{plan.Type.Global}\"/>, for <c>Prefetch</c>.</summary>");
        using var type = writer.Block($"{plan.Type.Accessibility} readonly partial struct {plan.Type.Beside("Prefetch")}");
        foreach (var reference in plan.References)
            Write(writer, plan, reference.Target.Type, reference.Property.Identifier, Words.Of(reference.Property.Name), Batch(reference));
        foreach (var referrer in plan.Referrers)
            Write(writer, plan, referrer.Source.Type, referrer.Identifier, Words.Of(referrer.Name), ReferrerEmitter.Batch(referrer));
        foreach (var link in plan.Links)
            WriteLink(writer, plan, link);
        foreach (var into in plan.Intos)
            WritePlace(writer, plan, into);
        foreach (var link in plan.Links.Where(link => link.Through is not null))
            BranchEmitter.Emit(writer, plan, link);
    }

    private static void Write(SourceWriter writer, ModelPlan plan, TypeSpec target, string name, string what, string sql)
        => Write(writer, plan, target.Accessibility, target.GlobalBeside("Query"), name, what, sql);

    private static void WriteLink(SourceWriter writer, ModelPlan plan, LinkPlan link)
    {
        var branch = link.Through is null ? link.Target.Type.GlobalBeside("Query") : BranchEmitter.NameOf(link);
        Write(writer, plan, link.Accessibility, branch, link.Identifier, Words.Of(link.Name), DialectSql.Postgres.Many(link));
    }

    private static void Write(SourceWriter writer, ModelPlan plan, string accessibility, string branch, string name, string what, string sql) => writer.WriteMember($"""
        /// <summary>
        /// Each {Words.One(plan.Type)}'s {what}: one statement.
        {Words.Code(sql)}
        /// </summary>
        {accessibility} {branch} {name} => new(new {Refs.QueryStart}({plan.Type.Global}.ModelRelations.{name}));
        """);

    private static void WritePlace(SourceWriter writer, ModelPlan plan, IntoPlan into) => writer.WriteMember($"""
        /// <summary>The place <see cref="{plan.Type.Global}.{into.Property.Identifier}"/>, for <c>Into</c>.</summary>
        {into.Target.Accessibility} {PlacesEmitter.TypeOf(into)} {into.Property.Identifier} => {plan.Type.Global}.ModelPlaces.{into.Property.Identifier};
        """);

    private static string Batch(ReferencePlan reference) => DialectSql.Postgres.One(reference.Target, ReferenceEmitter.Principal(reference));
}
