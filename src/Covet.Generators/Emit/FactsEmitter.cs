using System.Globalization;
using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints what Covet knows of a model: its table, its columns, how they are stored, who refers to it.</summary>
internal static class FactsEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember("/// <summary>What Covet knows of the model.</summary>");
        using var facts = writer.Block("internal static class ModelFacts");
        WriteInfo(writer, plan);
        WriteReverseRelations(writer, plan);
        foreach (var column in plan.Columns)
            WriteMapping(writer, column);
        WriteKey(writer, plan);
        WriteKeyRow(writer, plan);
        StampsEmitter.EmitFacts(writer, plan);
        HooksEmitter.EmitFacts(writer, plan);
        DeletedEmitter.EmitFacts(writer, plan);
        ReloadEmitter.EmitFacts(writer, plan);
    }

    /// <summary>The mapping that JSON goes through, from within the model.</summary>
    public static string? JsonMapping(ColumnPlan column) => column.Type.Mapping == Mapping.Json ? $"ModelFacts.{MappingName(column)}" : null;

    public static string MappingName(ColumnPlan column) => column.Property + "Mapping";

    private static void WriteInfo(SourceWriter writer, ModelPlan plan)
    {
        var table = DialectText.Of(dialect => dialect.Table(plan.Schema, plan.Table));
        writer.WriteMember($"""
            public static readonly {Refs.ModelInfo} Info = new(
                {Literals.Text(plan.Type.Name)},
                table: new({Literals.Texts(table)}),
                columns:
                [
            """);
        foreach (var column in plan.Columns)
        {
            var flags = (column.Type.IsNullable ? ", isNullable: true" : "") + (column.IsUnique ? ", isUnique: true" : "") + Limit(column.Type)
                + (column.Type.Mapping == Mapping.Array ? ", isArray: true" : "");
            writer.WriteLine($"        new({Literals.Text(column.Property)}, {Literals.Text(column.Name)}{flags}),");
        }

        var ordinals = StampsEmitter.Ordinals(plan).ToList();
        writer.WriteLine($"""
                ],
                keyOrdinals: [{string.Join(", ", plan.Key.Columns.Select(column => column.Ordinal))}]){(ordinals.Count == 0 ? ";" : "")}
            """);
        if (ordinals.Count > 0)
            writer.WriteLine($"{{\n    {string.Join("\n    ", ordinals)}\n}};");
    }

    private static string Limit(ColumnType type) => type switch
    {
        { MaxLength: { } length, Stored: StoreKind.String, Mapping: not Mapping.Json } => $", maxLength: {length}",
        { Precision: { } precision } => $", precision: {precision}, scale: {type.Scale}",
        _ => "",
    };

    private static void WriteReverseRelations(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember($"""
            public static readonly {Refs.IReadOnlyList}<{Refs.ReverseRelation}> ReverseRelations = global::System.Array.AsReadOnly<{Refs.ReverseRelation}>(
            [
            """);
        foreach (var entry in plan.Registry)
        {
            writer.WriteLine(
                $"    new(typeof({entry.Source.Global}), {Literals.Text(entry.Field)}, global::Covet.RelationType.{entry.Kind}, {Literals.Text(entry.RelatedName)}),");
        }

        writer.WriteLine("]);");
    }

    private static void WriteMapping(SourceWriter writer, ColumnPlan column)
    {
        if (ColumnCode.Mapped(column.Type) is { } mapping)
            writer.WriteMember($"public static readonly global::Covet.Infrastructure.{mapping.Type} {MappingName(column)} = new({mapping.Value});");
    }

    /// <summary>Setters of keys may be private, so the model itself sets them.</summary>
    private static void WriteKey(SourceWriter writer, ModelPlan plan)
    {
        var key = plan.Key.Columns[0];
        if (plan.Key.Source == KeySource.Database)
        {
            var value = key.Type.Stored == StoreKind.Int32 ? "checked((int)key)" : "key";
            writer.WriteMember($"public static void SetKey({plan.Type.Global} model, long key) => model.{key.Identifier} = {value};");
        }

        if (plan.Key.Source == KeySource.Guid)
        {
            writer.WriteMember($$"""
                public static void MakeKey({{plan.Type.Global}} model)
                {
                    if (model.{{key.Identifier}} == global::System.Guid.Empty)
                        model.{{key.Identifier}} = global::System.Guid.CreateVersion7();
                }

                public static void ClearKey({{plan.Type.Global}} model) => model.{{key.Identifier}} = global::System.Guid.Empty;
                """);
        }
    }

    /// <summary>What a statement returns of the row that it wrote: an instance with a key and what else only the database knows, from which another one takes it.</summary>
    private static void WriteKeyRow(SourceWriter writer, ModelPlan plan)
    {
        var model = plan.Type.Global;
        writer.WriteMember($$"""
            public static {{model}} ReadKeyRow<TReader>(ref TReader row) where TReader : struct, global::Covet.Infrastructure.IRowReader => new({{RowEmitter.Arguments(plan)}})
            {
            """);
        foreach (var (part, ordinal) in plan.Returned.Select((part, ordinal) => (part, ordinal)))
            writer.WriteLine($"    {part.Field ?? part.Identifier} = {ColumnCode.Read(part.Type, ordinal.ToString(CultureInfo.InvariantCulture), mapping: null)},");
        writer.WriteLine("};");
        writer.Separate();
        using var method = writer.Block($"public static void TakeKey({model} model, {model} row)");
        writer.WriteLine($$"""
            if ({{string.Join(" && ", plan.Key.Columns.Select(part => $"global::System.Collections.Generic.EqualityComparer<{part.Type.Clr}>.Default.Equals(model.{part.Identifier}, row.{part.Identifier})"))}})
                return;
            """);
        foreach (var part in plan.Key.Columns)
            writer.WriteLine(ReloadEmitter.Copy(part));
        if (ReloadEmitter.HasOthers(plan))
            writer.WriteLine("ForgetOthers(model);");
    }
}
