using System.Collections.Immutable;
using Covet.Generators.Diagnostics;
using Covet.Generators.Emit;
using Covet.Generators.Graph;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators;

/// <summary>The pipeline: symbols to specs, specs to the graph, the graph to plans, plans to files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CovetGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Model, IsNamed, ModelParser.Parse)
            .WithTrackingName(TrackingNames.Models);
        var databases = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Database, IsNamed, DatabaseParser.Parse)
            .WithTrackingName(TrackingNames.Databases);
        var projections = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Projection, IsNamed, ProjectionParser.Parse)
            .WithTrackingName(TrackingNames.Projections);

        // Any change of a spec builds the whole graph again, which is cheap; what follows is cached plan by plan.
        var parsed = models.Collect().Combine(databases.Collect()).Combine(projections.Collect())
            .Select(static (parsed, _) => new ParsedSpecs(new(parsed.Left.Left), new(parsed.Left.Right), new(parsed.Right)));
        var tooOld = context.ParseOptionsProvider.Select(static (options, _) => LanguageParser.TooOld(options));
        var graph = parsed.Combine(tooOld)
            .Select(static (input, _) => input.Right is { } version ? GraphPlanner.Refuse(input.Left, version) : GraphPlanner.Plan(input.Left))
            .WithTrackingName(TrackingNames.Graph);
        var modelPlans = graph.SelectMany(static (result, _) => result.Models).WithTrackingName(TrackingNames.ModelPlans);
        var databasePlans = graph.SelectMany(static (result, _) => result.Databases).WithTrackingName(TrackingNames.DatabasePlans);
        var projectionPlans = graph.SelectMany(static (result, _) => result.Projections).WithTrackingName(TrackingNames.ProjectionPlans);
        var registry = graph.SelectMany(static (result, _) => result.Registry is { } plan ? ImmutableArray.Create(plan) : []).WithTrackingName(TrackingNames.Registry);
        context.RegisterSourceOutput(modelPlans, static (production, plan) => Outputs.Emit(production, plan));
        context.RegisterSourceOutput(databasePlans, static (production, plan) => Outputs.Emit(production, plan));
        context.RegisterSourceOutput(projectionPlans, static (production, plan) => Outputs.Emit(production, plan));
        context.RegisterSourceOutput(registry, static (production, plan) => Outputs.Emit(production, plan));

        // Problems get their locations here and nowhere else, so that moving code about re-emits nothing, and #pragma works.
        // Only a problem brings the compilation in.
        var problems = graph.SelectMany(static (result, _) => result.Problems).WithTrackingName(TrackingNames.Problems);
        context.RegisterSourceOutput(
            problems.Combine(context.CompilationProvider),
            static (production, problem) => production.ReportDiagnostic(ProblemReporter.Locate(problem.Left, problem.Right)));
    }

    /// <summary>A type that is being typed has no name yet.</summary>
    private static bool IsNamed(SyntaxNode node, CancellationToken cancellationToken)
        => node is TypeDeclarationSyntax type && type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(static type => type.Identifier.ValueText.Length > 0);
}
