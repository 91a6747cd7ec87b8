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
                => FindOneAsync(new FindKey({{string.Join(", ", plan.Key.Columns.Select(Argument))}}), cancellationToken);
            """);
        if (plan.Key.Columns.Count == 1)
            WriteFindMany(writer, plan, plan.Key.Columns[0]);
        else
            WriteFindManyOfSeveral(writer, plan);
        writer.WriteMember($"""
            /// <inheritdoc/>
            protected override {name} Clone() => new(this);
            """);
        WriteKey(writer, plan);
    }

    private static void WriteKey(SourceWriter writer, ModelPlan plan)
    {
        var (columns, parts) = (plan.Type.GlobalBeside("Columns"), plan.Key.Columns);
        string Value(int part) => parts.Count == 1 ? "key" : $"key{part}";
        var parameters = parts.Select((part, i) => $"{part.Type.Clr} {Value(i)}");
        var test = parts.Select((part, i) => $"columns.{part.Identifier} == {Value(i)}").ToList();
        var binds = parts.Select((part, i) => $"binder.Add(name, {ColumnCode.Store(part.Type, Value(i), "name")});").ToList();
        using var type = writer.Member($"private sealed class FindKey({string.Join(", ", parameters)}) : global::Covet.Infrastructure.KeyCondition<{columns}>");
        writer.WriteMember($"public override global::Covet.Condition Test({columns} columns) => {(test is [var single] ? single : string.Join(" & ", test.Select(one => $"({one})")))};");
        var bind = $"protected override void Bind({Refs.ParameterBinder} binder, string name, int part)";
        if (binds is [var only])
        {
            writer.WriteMember($"{bind} => {only}");
            return;
        }
        using var method = writer.Member(bind);
        using var choice = writer.Block("switch (part)");
        for (var i = 0; i < binds.Count; i++)
            writer.WriteLine($"case {i}:\n    {binds[i]}\n    break;");
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
