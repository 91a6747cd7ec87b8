using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints a model's query: <c>Post.Query.g.cs</c>.</summary>
internal static class QueryEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        var (model, name) = (plan.Type.Global, plan.Type.Beside("Query"));
        var parameters = string.Join(", ", plan.Key.Columns.Select(part => $"{part.Type.Clr} {Argument(part)}"));
        var test = string.Join(" & ", plan.Key.Columns.Select(part => $"(columns.{part.Identifier} == {Argument(part)})"));
        using var scope = writer.File(plan.Type);
        writer.WriteLine($"/// <summary>A query over <c>{Literals.Xml(plan.Table)}</c>.</summary>");
        using var type = writer.Block(
            $"{plan.Type.Accessibility} partial class {name} : global::Covet.Query<{model}, {plan.Type.GlobalBeside("Columns")}, {plan.Type.GlobalBeside("Prefetch")}, {name}>");
        writer.WriteMember($$"""
            /// <summary>Starts a query.</summary>
            {{Refs.Hidden}}
            public {{name}}({{Refs.QueryStart}} start) : base(start)
            {
            }

            /// <summary>Copies a query.</summary>
            protected {{name}}({{name}} source) : base(source)
            {
            }

            /// <summary>The {{Words.One(plan.Type)}} with a key, or null. One statement.</summary>
            public {{Refs.Task}}<{{model}}?> FindAsync({{parameters}}, {{Refs.CancellationToken}} cancellationToken = default)
                => FindOneAsync(columns => {{test}}, cancellationToken);
            """);
        if (plan.Key.Columns.Count == 1)
            WriteFindMany(writer, plan, plan.Key.Columns[0]);
        else
            WriteFindManyOfSeveral(writer, plan);
        writer.WriteMember($"""
            /// <inheritdoc/>
            protected override {name} Clone() => new(this);
            """);
    }

    private static void WriteFindMany(SourceWriter writer, ModelPlan plan, ColumnPlan key) => writer.WriteMember($"""
        /// <summary>The {Words.Many(plan.Type)} with these keys, by key; keys without a row are missing. One statement, whatever their number.</summary>
        public {Refs.Task}<global::System.Collections.Generic.Dictionary<{key.Type.Clr}, {plan.Type.Global}>> FindManyAsync(
            {Refs.IEnumerable}<{key.Type.Clr}> keys, {Refs.CancellationToken} cancellationToken = default)
            => FindAllAsync(columns => global::Covet.ExprExtensions.In(columns.{key.Identifier}, keys), static model => model.{key.Identifier}, cancellationToken);
        """);

    private static void WriteFindManyOfSeveral(SourceWriter writer, ModelPlan plan)
    {
        var parts = plan.Key.Columns;
        var key = KeyCode.Tuple(parts.Select(part => $"{part.Type.Clr} {part.Identifier}"));
        var columns = string.Join(", ", parts.Select(part => $"columns.{part.Identifier}"));
        var stored = KeyCode.Tuple(parts.Select(part => ColumnCode.Store(part.Type, $"key.{part.Identifier}")));
        writer.WriteMember($"""
            /// <summary>The {Words.Many(plan.Type)} with these keys, by key; keys without a row are missing. One statement, whatever their number.</summary>
            public {Refs.Task}<global::System.Collections.Generic.Dictionary<{key}, {plan.Type.Global}>> FindManyAsync(
                {Refs.IEnumerable}<{key}> keys, {Refs.CancellationToken} cancellationToken = default)
                => FindAllAsync(
                    columns => global::Covet.Infrastructure.CompositeKey.In({columns}, global::System.Linq.Enumerable.Select(keys, static key => {stored})),
                    static model => {KeyCode.Tuple(parts.Select(part => $"model.{part.Identifier}"))},
                    cancellationToken);
            """);
    }

    private static string Argument(ColumnPlan part)
    {
        var name = char.ToLowerInvariant(part.Property[0]) + part.Property.Substring(1);
        return name is "columns" or "cancellationToken" ? name + "Key" : Identifiers.Escape(name);
    }
}
