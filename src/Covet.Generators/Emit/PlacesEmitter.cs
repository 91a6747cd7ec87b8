using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints the places of their own that prefetches can fill.</summary>
internal static class PlacesEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteMember("/// <summary>The places of their own that prefetches can fill.</summary>");
        using var places = writer.Block("internal static class ModelPlaces");
        foreach (var into in plan.Intos)
        {
            writer.WriteMember($$"""
                public static readonly {{TypeOf(into)}} {{into.Property.Identifier}} = new {{into.Property.Name}}Place();

                private sealed class {{into.Property.Name}}Place() : {{TypeOf(into)}}({{Literals.Text(into.Property.Name)}}, {{Literals.Text(into.Relation)}})
                {
                    protected override void Fill(global::Covet.IModel parent, {{into.Type}} value)
                    {
                        var model = ({{plan.Type.Global}})parent;
                        model.{{into.Field}} = value;{{(into.IsList ? "" : $"\n        model.{into.FilledField} = true;")}}
                    }
                }
                """);
        }
    }

    public static string TypeOf(IntoPlan into) => $"global::Covet.Slot<{into.Type}>";
}
