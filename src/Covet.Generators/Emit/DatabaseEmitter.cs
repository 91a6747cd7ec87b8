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
                {set.Model.Accessibility} {set.Model.GlobalBeside("Table")} {set.Name} => field ??= new(this);
                """);
        }

        writer.WriteMember($"""
            /// <inheritdoc/>
            static {database} global::Covet.IDatabase<{database}>.Create({Refs.DatabaseSession} session) => new(session);
            """);
        writer.WriteMember("/// <inheritdoc/>");
        writer.WriteSqlText($"protected override {Refs.SqlText} SchemaScript => ", DialectText.Of(dialect => dialect.Script(plan.Tables)), ";");
    }
}
