using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints the rest of a database's class: <c>BlogDb.Database.g.cs</c>.</summary>
internal static class DatabaseEmitter
{
    public static void Emit(SourceWriter writer, DatabasePlan plan)
    {
        var (name, database) = (plan.Type.Identifier, plan.Type.Global);
        using var scope = writer.File(plan.Type);
        writer.WriteLine("/// <summary>The database of this assembly's models.</summary>");
        using var type = writer.Block($"partial {plan.Type.Keyword} {name} : global::Covet.Database<{database}>, global::Covet.IDatabase<{database}>");
        writer.WriteMember($$"""
            /// <summary>Opens the database over a provider; no connection is taken yet.</summary>
            public {{name}}(global::Covet.IDatabaseProvider provider) : base(provider)
            {
            }

            private {{name}}({{Refs.DatabaseSession}} session) : base(session)
            {
            }
            """);
        foreach (var set in plan.Sets)
        {
            writer.WriteMember($"""
                /// <summary>The table of <see cref="{set.Model.Global}"/>.</summary>
                {set.Model.Accessibility} {set.Model.GlobalBeside("Table")} {set.Identifier} => field ??= new(this);
                """);
        }

        writer.WriteMember($"""
            /// <inheritdoc/>
            static {database} global::Covet.IDatabase<{database}>.Create({Refs.DatabaseSession} session) => new(session);
            """);
        writer.WriteMember($"""
            /// <inheritdoc/>
            protected override {Refs.TableFacts}[] SchemaFacts =>
            [
            {string.Join("\n", plan.Tables.Select(table => $"    {Facts(table)},"))}
            ];
            """);
        writer.WriteMember("/// <inheritdoc/>");
        writer.WriteSqlText($"protected override {Refs.SqlText} SchemaScript => ", DialectText.Of(dialect => dialect.Script(plan.Tables)), ";");
    }

    /// <summary>A table with what can be broken in it by name.</summary>
    private static string Facts(TablePlan table)
    {
        var schema = table.Schema is null ? "null" : Literals.Text(table.Schema);
        var constraints = table.Uniques.Concat(table.Indexes.Where(index => index.IsUnique)).Select(unique => (unique.Name, unique.Columns))
            .Concat(table.References.Select(reference => (reference.Name, reference.Columns)))
            .Prepend((Name: table.KeyName, Columns: table.Key))
            .Select(constraint => $"new({string.Join(", ", constraint.Columns.Prepend(constraint.Name).Select(Literals.Text))})");
        var start = table.Model is { } model ? $"{Refs.TableFacts}.Of<{model.Global}>" : $"new {Refs.TableFacts}";
        return $"{start}({schema}, {Literals.Text(table.Name)}, [{string.Join(", ", constraints)}])";
    }
}
