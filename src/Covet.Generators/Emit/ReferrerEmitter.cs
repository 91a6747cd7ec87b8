using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints the members of a foreign key or one-to-one relation on the model that it leads to.</summary>
internal static class ReferrerEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan, ReferrerPlan referrer)
    {
        if (referrer.IsOneToOne)
            WriteOne(writer, plan, referrer);
        else
            WriteMany(writer, plan, referrer);
    }

    public static string TypeOf(ReferrerPlan referrer)
    {
        var source = referrer.Source.Type;
        return referrer.IsOneToOne
            ? source.Global
            : $"global::Covet.{(referrer.IsOptional ? "Optional" : "")}RelatedSet<{source.Global}, {source.GlobalBeside("Query")}>";
    }

    public static IReadOnlyList<string> ForeignKey(ReferrerPlan referrer) => referrer.Columns.Select(pair => pair.ThereColumn).ToList();

    /// <summary>The statement that loads the relation, as documentation shows it.</summary>
    public static string Batch(ReferrerPlan referrer) => Batch(referrer, DialectSql.Postgres);

    public static string Batch(ReferrerPlan referrer, DialectSql dialect) => referrer.IsOneToOne
        ? dialect.One(referrer.Source, ForeignKey(referrer))
        : dialect.Many(referrer.Source, ForeignKey(referrer));

    private static void WriteOne(SourceWriter writer, ModelPlan plan, ReferrerPlan referrer)
    {
        var source = referrer.Source.Type;
        writer.WriteMember($"""
            /// <summary>
            /// The {Words.One(source)} whose <c>{source.Name}.{referrer.Relation}</c> is this {Words.One(plan.Type)}, or null. Reading it sends no query.
            {Words.Code(Batch(referrer))}
            /// </summary>
            /// <exception cref="{Refs.NotLoaded}">It isn't loaded: prefetch or include it, or await <see cref="Load{referrer.Name}Async"/>.</exception>
            {source.Accessibility} {source.Global}? {referrer.Identifier} => {referrer.LoadedField}
                ? {referrer.Field}
                : throw {Refs.NotLoaded}.ForOne({Literals.Text(plan.Type.Name)}, {Literals.Text(referrer.Name)}, {Literals.Text(plan.Plural)});
            """);
        writer.WriteMember($"""
            /// <summary>Loads <see cref="{referrer.Identifier}"/> if it isn't loaded: one statement, for all live siblings of this instance.</summary>
            {source.Accessibility} {Refs.ValueTask}<{source.Global}?> Load{referrer.Name}Async({Refs.CancellationToken} cancellationToken = default)
                => ModelRelations.{referrer.Identifier}.LoadAsync(this, cancellationToken);
            """);
    }

    private static void WriteMany(SourceWriter writer, ModelPlan plan, ReferrerPlan referrer)
    {
        var source = referrer.Source.Type;
        writer.WriteMember($"""
            /// <summary>
            /// The {Words.Many(source)} whose <c>{source.Name}.{referrer.Relation}</c> is this {Words.One(plan.Type)}.
            {Words.Code(Batch(referrer))}
            /// </summary>
            {source.Accessibility} {TypeOf(referrer)} {referrer.Identifier}
                => {referrer.Field} ?? {Refs.Interlocked}.CompareExchange(ref {referrer.Field}, new(this, ModelRelations.{referrer.Identifier}), null) ?? {referrer.Field};
            """);
    }
}
