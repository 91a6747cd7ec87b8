using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the statements that write a model's instances, and how their values are bound.</summary>
internal static class WriterEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember($"/// <summary>The statements that write {Words.Many(plan.Type)}.</summary>");
        using var type = writer.Block($"internal sealed class Writer : global::Covet.Infrastructure.ModelWriter<{plan.Type.Global}>");
        writer.WriteMember("public static readonly Writer Instance = new();");
        WriteStatement(writer, "Insert", DialectText.Of(dialect => dialect.Insert(plan, withKey: plan.Key.Source != KeySource.Database)));
        WriteStatement(writer, "InsertWithKey", DialectText.Of(dialect => dialect.Insert(plan, withKey: true)));
        if (plan.Updated.Any() || plan.Version is { IsRowVersion: false })
            WriteStatement(writer, "Update", DialectText.Of(dialect => dialect.Update(plan)), "?");
        else
            writer.WriteMember($"protected override {Refs.SqlText}? Update => null;");
        WriteStatement(writer, "Delete", DialectText.Of(dialect => dialect.Delete(plan)));
        WriteBind(writer, "AddKey", plan, plan.Key.Columns);
        WriteBind(writer, "AddValues", plan, plan.Inserted(withKey: false));
        WritePrepare(writer, plan);
        WriteDemandReferences(writer, plan);
        WriteKeep(writer, plan);
        writer.WriteMember($"""
            protected override {plan.Type.Global} ReadKeyRow<TReader>(ref TReader row) => {plan.Type.Global}.ModelFacts.ReadKeyRow(ref row);

            protected override void TakeKey({plan.Type.Global} model, {plan.Type.Global} row) => {plan.Type.Global}.ModelFacts.TakeKey(model, row);
            """);
        writer.WriteMember($"protected override object KeyOf({plan.Type.Global} model) => {KeyCode.Tuple(plan.Key.Columns.Select(part => "model." + part.Identifier))};");
        StampsEmitter.EmitWriter(writer, plan);
        HooksEmitter.EmitWriter(writer, plan);
        DeletedEmitter.EmitWriter(writer, plan);
        if (plan.Key.Source == KeySource.Guid)
            writer.WriteMember($"protected override void ClearKey({plan.Type.Global} model) => {plan.Type.Global}.ModelFacts.ClearKey(model);");
        if (plan.Key.Source != KeySource.Database)
            return;
        writer.WriteMember("protected override bool MakesKeys => true;");
        writer.WriteMember($"protected override long ReadKey<TReader>(ref TReader row) => {ColumnCode.ReadStored(plan.Key.Columns[0].Type.Stored, "0")};");
        writer.WriteMember($"protected override void SetKey({plan.Type.Global} model, long key) => {plan.Type.Global}.ModelFacts.SetKey(model, key);");
    }

    private static void WriteStatement(SourceWriter writer, string name, DialectText sql, string nullable = "")
    {
        writer.Separate();
        writer.WriteSqlText($"protected override {Refs.SqlText}{nullable} {name} {{ get; }} = ", sql, ";");
    }

    private static void WriteBind(SourceWriter writer, string name, ModelPlan plan, IEnumerable<ColumnPlan> columns)
    {
        using var method = writer.Member($"protected override void {name}({Refs.ParameterBinder} binder, {plan.Type.Global} model)");
        foreach (var column in columns)
        {
            var mapping = column.Type.Mapping == Mapping.Json ? $"{plan.Type.Global}.ModelFacts.{FactsEmitter.MappingName(column)}" : null;
            writer.WriteLine(ColumnCode.Bind(Literals.Text(DialectSql.Parameter(column)), column.Type, "model." + column.Identifier, mapping, column.Ordinal));
        }
    }

    private static void WritePrepare(SourceWriter writer, ModelPlan plan)
    {
        using var method = writer.Member($"protected override void Prepare({plan.Type.Global} model)");
        foreach (var reference in plan.References)
        {
            var relation = $"{plan.Type.Global}.ModelRelations.{reference.Property.Identifier}";
            var variable = $"related{reference.Property.Name}";
            writer.WriteLine($$"""
                if ({{relation}}.Related(model) is { } {{variable}})
                    {{relation}}.TakeKey(model, Saved({{variable}}, {{Literals.Text(reference.Property.Name)}}));
                """);
        }

        if (plan.Key.Source == KeySource.Guid)
            writer.WriteLine($"{plan.Type.Global}.ModelFacts.MakeKey(model);");
    }

    /// <summary>Writes the demand that required references lead somewhere, where a key that nobody set is known from one that was.</summary>
    private static void WriteDemandReferences(SourceWriter writer, ModelPlan plan)
    {
        var demands = plan.References
            .Where(reference => reference is { IsOptional: false, KeySource: not KeySource.Program, Columns: [{ HereType.IsNullable: false }] })
            .ToList();
        if (demands.Count == 0)
            return;
        using var method = writer.Member($"protected override void DemandReferences({plan.Type.Global} model)");
        foreach (var reference in demands)
        {
            var key = Identifiers.Escape(reference.Columns[0].Here);
            var none = reference.KeySource == KeySource.Guid ? "global::System.Guid.Empty" : "0";
            writer.WriteLine($$"""
                if (model.{{key}} == {{none}})
                    throw Unset({{Literals.Text(reference.Property.Name)}}, {{Literals.Text(reference.Columns[0].Here)}});
                """);
        }
    }

    /// <summary>Writes what puts back what a save changes.</summary>
    private static void WriteKeep(SourceWriter writer, ModelPlan plan)
    {
        var kept = plan.References.Select(reference => $"{plan.Type.Global}.ModelRelations.{reference.Property.Identifier}.KeepFromSave(model)").ToList();
        if (StampsEmitter.HasAny(plan))
            kept.Add($"{plan.Type.Global}.ModelFacts.KeepStamps(model)");
        if (kept.Count == 0)
            return;
        writer.WriteMember($"protected override {Refs.Action}? Keep({plan.Type.Global} model)\n    => {string.Join("\n    + ", kept)};");
    }
}
