using Covet.Generators.Diagnostics;
using Covet.Generators.Graph;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Emit;

/// <summary>The files that are generated: one line each.</summary>
internal static class Outputs
{
    /// <summary>The files of a model.</summary>
    public static readonly Output<ModelPlan>[] OfModel =
    [
        new("Model", ModelEmitter.Emit),
        new("Relations", RelationsEmitter.Emit) { When = HasRelations },
        new("Columns", ColumnsEmitter.Emit),
        new("Prefetch", PrefetchEmitter.Emit),
        new("Query", QueryEmitter.Emit),
        new("Table", TableEmitter.Emit),
        new("Keys", KeyWritesEmitter.Emit) { When = static plan => plan.IsLinked },
    ];

    /// <summary>The files of a database.</summary>
    public static readonly Output<DatabasePlan>[] OfDatabase = [new("Database", DatabaseEmitter.Emit)];

    /// <summary>The files of a projection.</summary>
    public static readonly Output<ProjectionPlan>[] OfProjection = [new("Projection", ProjectionEmitter.Emit)];

    /// <summary>The files of the whole assembly.</summary>
    public static readonly Output<RegistryPlan>[] OfRegistry = [new("Registry", RegistryEmitter.Emit)];

    public static void Emit(SourceProductionContext context, ModelPlan plan) => Emit(context, OfModel, plan, plan.HintName);

    public static void Emit(SourceProductionContext context, DatabasePlan plan) => Emit(context, OfDatabase, plan, plan.HintName);

    public static void Emit(SourceProductionContext context, ProjectionPlan plan) => Emit(context, OfProjection, plan, plan.HintName);

    public static void Emit(SourceProductionContext context, RegistryPlan plan) => Emit(context, OfRegistry, plan, "Covet");

    private static bool HasRelations(ModelPlan plan) => plan.References.Count + plan.Referrers.Count + plan.Links.Count + plan.Intos.Count > 0;

    /// <summary>An exception costs one file: thrown further, it would cost all files of all models.</summary>
    private static void Emit<TPlan>(SourceProductionContext context, IEnumerable<Output<TPlan>> outputs, TPlan plan, string hintName)
    {
        foreach (var output in outputs.Where(output => output.When(plan)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                var writer = new SourceWriter();
                output.Emit(writer, plan);
                context.AddSource($"{hintName}.{output.Name}.g.cs", writer.ToSourceText());
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.Failure, Location.None, hintName, exception.Message));
            }
        }
    }
}

/// <summary>One generated file.</summary>
/// <param name="Name">The part of its name after the class.</param>
/// <param name="Emit">What writes it.</param>
internal sealed record Output<TPlan>(string Name, Action<SourceWriter, TPlan> Emit)
{
    /// <summary>Whether a plan has this file.</summary>
    public Func<TPlan, bool> When { get; init; } = static _ => true;
}
