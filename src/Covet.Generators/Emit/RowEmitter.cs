using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints what makes a model a model: its source, its facts and the reader of its rows.</summary>
internal static class RowEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        WriteConstructors(writer, plan);
        writer.WriteMember($$"""
            /// <inheritdoc/>
            {{Refs.ModelSource}}? global::Covet.IModel.Source
            {
                get => {{plan.SourceField}};
                set => {{plan.SourceField}} = value;
            }

            /// <inheritdoc/>
            {{Refs.ModelInfo}} global::Covet.IModel.Model => ModelFacts.Info;

            /// <inheritdoc/>
            bool global::Covet.IModel.HasKey => {{HasKey(plan.Key)}};

            /// <inheritdoc/>
            static {{Refs.ModelInfo}} global::Covet.IModel<{{plan.Type.Global}}>.Info => ModelFacts.Info;

            /// <inheritdoc/>
            static {{Refs.IReadOnlyList}}<{{Refs.ReverseRelation}}> global::Covet.IModel<{{plan.Type.Global}}>.ReverseRelations => ModelFacts.ReverseRelations;

            /// <inheritdoc/>
            static int global::Covet.IRow<{{plan.Type.Global}}>.ColumnCount => {{plan.Columns.Count}};

            /// <inheritdoc/>
            static global::Covet.Infrastructure.ModelWriter<{{plan.Type.Global}}> global::Covet.IModel<{{plan.Type.Global}}>.Writer => {{plan.Type.GlobalBeside("Table")}}.Writer.Instance;

            /// <inheritdoc/>
            static {{plan.Type.Global}} global::Covet.IModel<{{plan.Type.Global}}>.Create() => new({{(plan.HasRequiredMembers ? $"default({Refs.ModelSource})" : "")}});
            """);
        WriteRead(writer, plan);
        if (plan.PrinterModifiers.Length > 0)
            WritePrintMembers(writer, plan);
    }

    /// <summary>A row sets every column, and a constructor that says so sets what the user requires of others.</summary>
    private static void WriteConstructors(SourceWriter writer, ModelPlan plan)
    {
        if (!plan.HasRequiredMembers)
            return;
        if (!plan.HasConstructor)
        {
            writer.WriteMember($$"""
                /// <summary>A new {{Words.One(plan.Type)}}.</summary>
                public {{plan.Type.Identifier}}()
                {
                }
                """);
        }

        writer.WriteMember($$"""
            #pragma warning disable CS8618 // the initialiser that follows sets every column
            [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            private {{plan.Type.Identifier}}({{Refs.ModelSource}}? source) : this() => {{plan.SourceField}} = source;
            #pragma warning restore CS8618
            """);
    }

    private static void WriteRead(SourceWriter writer, ModelPlan plan)
    {
        var (model, arguments) = (plan.Type.Global, plan.HasRequiredMembers ? $"default({Refs.ModelSource})" : "");
        writer.WriteMember($$"""
            /// <inheritdoc/>
            static {{model}} global::Covet.IRow<{{model}}>.Read<TReader>(ref TReader row, int first) => new({{arguments}})
            {
            """);
        foreach (var column in plan.Columns)
            writer.WriteLine($"    {column.Field ?? column.Identifier} = {ColumnCode.Read(column.Type, Ordinal(column.Ordinal), FactsEmitter.JsonMapping(column))},");
        writer.WriteLine("};");
    }

    private static void WritePrintMembers(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember("/// <summary>Prints the columns: a relation that isn't loaded can't be printed.</summary>");
        using var method = writer.Block($"{plan.PrinterModifiers} bool PrintMembers(global::System.Text.StringBuilder builder)");
        for (var i = 0; i < plan.Columns.Count; i++)
        {
            var column = plan.Columns[i];
            writer.WriteLine($"builder.Append({Literals.Text($"{(i == 0 ? "" : ", ")}{column.Property} = ")}).Append((object?){column.Field ?? column.Identifier});");
        }

        writer.WriteLine("return true;");
    }

    public static string Ordinal(int ordinal) => ordinal == 0 ? "first" : $"first + {ordinal}";

    private static string HasKey(KeyPlan key) => key switch
    {
        { Source: KeySource.Database } => $"{key.Columns[0].Identifier} != 0",
        { Source: KeySource.Guid } => $"{key.Columns[0].Identifier} != global::System.Guid.Empty",
        { Columns: [{ Type.Clr.IsValueType: false } column] } => $"{column.Identifier} is not null",
        _ => "true",
    };
}
