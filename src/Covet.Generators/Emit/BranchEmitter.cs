using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>
/// Prints the branch of a many-to-many relation through a model, inside <c>StudentPrefetch</c>: the other model's query, with clauses that also take the
/// columns of the model in between, and with the plain clauses once more, so that both kinds may follow each other.
/// </summary>
internal static class BranchEmitter
{
    public static string NameOf(LinkPlan link) => link.Name + "Branch";

    public static void Emit(SourceWriter writer, ModelPlan plan, LinkPlan link)
    {
        var (target, through, name) = (link.Target.Type, link.Through!.Type, NameOf(link));
        var (query, columns, linked) = (target.GlobalBeside("Query"), target.GlobalBeside("Columns"), through.GlobalBeside("Columns"));
        writer.WriteMember($"""
            /// <summary>
            /// Each {Words.One(plan.Type)}'s {Words.Of(link.Name)}, and the <see cref="{through.Global}"/> that links the two: the second parameter of a clause, the
            /// same row for all of them.
            /// </summary>
            """);
        using var type = writer.Block($"{link.Accessibility} sealed class {name} : {query}");
        writer.WriteMember($$"""
            internal {{name}}({{Refs.QueryStart}} start) : base(start)
            {
            }

            private {{name}}({{name}} source) : base(source)
            {
            }

            /// <summary>Keeps the rows where the condition on row and link holds; several calls are combined with AND, and apply to the same link.</summary>
            public {{name}} Where({{Func(columns, linked, "Condition")}} condition) => ({{name}})WhereLinked(condition);

            /// <summary>As <c>Where</c>, if the flag is set; otherwise the branch as it is.</summary>
            public {{name}} WhereIf(bool apply, {{Func(columns, linked, "Condition")}} condition) => apply ? Where(condition) : this;
            """);
        foreach (var (method, how, descending, first) in Orders)
        {
            writer.WriteMember($"""
                /// <summary>{how}</summary>
                public {name} {method}({Func(columns, linked, "SqlExpression")} key) => ({name})OrderByLinked(key, descending: {descending}, first: {first});
                """);
        }

        writer.WriteMember($"""
            /// <inheritdoc cref="global::Covet.Query{Of}.Where"/>
            public new {name} Where({Func(columns, "Condition")} condition) => ({name})base.Where(condition);

            /// <inheritdoc cref="global::Covet.Query{Of}.WhereIf(bool, global::System.Func{CRefOf("Condition")})"/>
            public new {name} WhereIf(bool apply, {Func(columns, "Condition")} condition) => ({name})base.WhereIf(apply, condition);
            """);
        foreach (var (method, _, _, _) in Orders)
        {
            writer.WriteMember($"""
                /// <inheritdoc cref="global::Covet.Query{Of}.{method}"/>
                public new {name} {method}({Func(columns, "SqlExpression")} key) => ({name})base.{method}(key);
                """);
        }

        writer.WriteMember($"""
            /// <inheritdoc cref="global::Covet.Query{Of}.Skip"/>
            public new {name} Skip(int count) => ({name})base.Skip(count);

            /// <inheritdoc cref="global::Covet.Query{Of}.Take"/>
            public new {name} Take(int count) => ({name})base.Take(count);

            /// <inheritdoc cref="global::Covet.Query{Of}.Include"/>
            public new {name} Include(params {Span(Func(columns, "IRelated"))} relations) => ({name})base.Include(relations);

            /// <inheritdoc cref="global::Covet.Query{Of}.Prefetch"/>
            public new {name} Prefetch(params {Span(Func(target.GlobalBeside("Prefetch"), "PrefetchBranch"))} branches) => ({name})base.Prefetch(branches);

            /// <inheritdoc/>
            protected override {query} Clone() => new {name}(this);
            """);
    }

    private static readonly (string Method, string How, string Descending, string First)[] Orders =
    [
        ("OrderBy", "Orders by an expression of row and link, ascending; replaces an earlier order.", "false", "true"),
        ("OrderByDescending", "Orders by an expression of row and link, descending; replaces an earlier order.", "true", "true"),
        ("ThenBy", "Orders rows that are equal so far by an expression of row and link, ascending.", "false", "false"),
        ("ThenByDescending", "Orders rows that are equal so far by an expression of row and link, descending.", "true", "false"),
    ];

    private const string Of = "{TModel, TColumns, TPrefetch, TSelf}";

    private static string CRefOf(string result) => $"{{TColumns, global::Covet.{result}}}";

    private static string Func(string columns, string result) => $"global::System.Func<{columns}, global::Covet.{result}>";

    private static string Func(string columns, string linked, string result) => $"global::System.Func<{columns}, {linked}, global::Covet.{result}>";

    private static string Span(string item) => $"global::System.ReadOnlySpan<{item}>";
}
