using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>Prints what tells the runtime of this assembly's models: <c>Covet.Registry.g.cs</c>.</summary>
internal static class RegistryEmitter
{
    public static void Emit(SourceWriter writer, RegistryPlan plan)
    {
        writer.WriteHeader();
        writer.WriteLine("""
            namespace Covet.Generated;

            /// <summary>Tells the registry of this assembly's models, so that <c>RelationRegistry.For(Type)</c> finds them.</summary>
            """);
        using var type = writer.Block("file static class Registration");
        writer.WriteLine("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using var method = writer.Block("internal static void Register()");
        foreach (var model in plan.Models)
            writer.WriteLine($"global::Covet.RelationRegistry.Register<{model}>();");
    }
}
