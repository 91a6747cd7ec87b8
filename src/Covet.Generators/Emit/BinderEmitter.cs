using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints how the value that an instance has in one column becomes a parameter.</summary>
internal static class BinderEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember("/// <inheritdoc/>");
        using var method = writer.Block(
            $"static void global::Covet.IModel<{plan.Type.Global}>.BindColumn({Refs.ParameterBinder} binder, string name, {plan.Type.Global} model, int ordinal)");
        using var columns = writer.Block("switch (ordinal)");
        foreach (var column in plan.Columns)
        {
            writer.WriteLine($"case {column.Ordinal}:");
            var code = ColumnCode.Bind("name", column.Type, "model." + column.Identifier, FactsEmitter.JsonMapping(column), column.Ordinal) + "\nbreak;";
            writer.WriteLine("    " + code.Replace("\n", "\n    "));
        }

        writer.WriteLine("""
            default:
                throw new global::System.ArgumentOutOfRangeException(nameof(ordinal));
            """);
    }
}
