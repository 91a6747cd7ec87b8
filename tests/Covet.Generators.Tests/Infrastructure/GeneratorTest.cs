using System.Collections.Immutable;
using Covet.Generators.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>
/// The one way to run the generator in a test. Each run also proves that a second run is cached, that plans hold nothing of Roslyn's, and that
/// every diagnostic is expected.
/// </summary>
internal static class GeneratorTest
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name == "xunit.assert.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location),
    ];

    /// <summary>Runs the generator. <paramref name="expected"/> lists its diagnostics as <c>COV1001 User</c>: the id and the text at its location.</summary>
    public static GeneratorRun Run(string source, params string[] expected)
    {
        var run = RunUnchecked(source);
        Assert.Equal(expected.Order(StringComparer.Ordinal), run.Reported.Order(StringComparer.Ordinal));
        if (expected.Length == 0)
            run.AssertCompiles();
        else
            run.AssertIsFaultless();
        return run;
    }

    /// <summary>Runs the generator over several files, of which none is wrong.</summary>
    public static GeneratorRun RunAll(params string[] sources) => RunAll([], sources);

    /// <summary>Runs the generator over several files, of which none is wrong, and which refer to other assemblies.</summary>
    public static GeneratorRun RunAll(IEnumerable<MetadataReference> references, params string[] sources)
    {
        var run = Run(Compile(sources).AddReferences(references), ParseOptions);
        Assert.Empty(run.Reported);
        run.AssertCompiles();
        return run;
    }

    /// <summary>Runs the generator and leaves its diagnostics to the test.</summary>
    public static GeneratorRun RunUnchecked(params string[] sources) => Run(Compile(sources), ParseOptions);

    /// <summary>Runs the generator over a compilation, and leaves its diagnostics to the test.</summary>
    public static GeneratorRun Run(CSharpCompilation compilation, CSharpParseOptions options)
    {
        var driver = CreateDriver(options).RunGenerators(compilation);
        var first = driver.GetRunResult();
        Assert.Null(first.Results[0].Exception);

        var second = driver.RunGenerators(compilation.Clone()).GetRunResult();
        foreach (var output in second.Results[0].TrackedOutputSteps.SelectMany(step => step.Value).Where(IsSource).SelectMany(step => step.Outputs))
            Assert.Equal(IncrementalStepRunReason.Cached, output.Reason);
        foreach (var plan in PlansOf(first))
            PlanShape.AssertPlain(plan);
        return new GeneratorRun(compilation, first);
    }

    public static GeneratorDriver CreateDriver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new CovetGenerator().AsSourceGenerator()],
        parseOptions: options ?? ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Tests",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(Usings + source, ParseOptions, $"Source{index}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Default,
            warningLevel: 9999));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(Usings + source, ParseOptions, path);

    public static IEnumerable<object> PlansOf(GeneratorDriverRunResult result) =>
        from name in new[] { TrackingNames.ModelPlans, TrackingNames.DatabasePlans, TrackingNames.ProjectionPlans, TrackingNames.Registry, TrackingNames.Models, TrackingNames.Databases, TrackingNames.Problems }
        where result.Results[0].TrackedSteps.ContainsKey(name)
        from step in result.Results[0].TrackedSteps[name]
        from output in step.Outputs
        select output.Value;

    /// <summary>Whether a step writes source: the one that reports problems looks at the compilation, and so runs again.</summary>
    private static bool IsSource(IncrementalGeneratorRunStep step) =>
        step.Inputs.Any(input => input.Source.Outputs[input.OutputIndex].Value is ModelPlan or DatabasePlan or ProjectionPlan or RegistryPlan);

    internal const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Covet;\n";
}

/// <summary>What a run gave.</summary>
internal sealed record GeneratorRun(CSharpCompilation Input, GeneratorDriverRunResult Result)
{
    public IReadOnlyList<ModelPlan> Models { get; } = GeneratorTest.PlansOf(Result).OfType<ModelPlan>().ToList();

    public IReadOnlyList<DatabasePlan> Databases { get; } = GeneratorTest.PlansOf(Result).OfType<DatabasePlan>().ToList();

    /// <summary>What it reported and no pragma suppresses.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [.. Result.Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed)];

    /// <summary>The diagnostics, as tests expect them.</summary>
    public IEnumerable<string> Reported => Diagnostics.Select(diagnostic => $"{diagnostic.Id} {TextAt(diagnostic.Location)}");

    public ModelPlan Model(string name) => Models.Single(model => model.Type.Name == name);

    public string Source(string hintName) => Result.Results[0].GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The whole program: what was written and what was generated.</summary>
    public CSharpCompilation Output => Input.AddSyntaxTrees(Result.GeneratedTrees);

    /// <summary>Demands that the whole program compiles without a warning, documentation included.</summary>
    public void AssertCompiles() => AssertNone(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && (diagnostic.Id != "CS1591" || IsGenerated(diagnostic)));

    /// <summary>Demands that no error or warning is in generated code, whatever is wrong with the user's.</summary>
    public void AssertIsFaultless() => AssertNone(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsGenerated(diagnostic));

    private void AssertNone(Func<Diagnostic, bool> predicate)
    {
        var diagnostics = Output.GetDiagnostics().Where(predicate).ToList();
        Assert.True(diagnostics.Count == 0, string.Join("\n", diagnostics.Select(diagnostic => $"{diagnostic}\n    {LineAt(diagnostic.Location)}")));
    }

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) ?? false;

    private static string? LineAt(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString();

    private static string TextAt(Location location) => location.SourceTree?.GetText().ToString(location.SourceSpan) ?? "nowhere";
}
