using System.Collections.Immutable;
using Blog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Covet.Analyzers.Tests.Infrastructure;

/// <summary>What all tests of analyzers share: the references, the language, the usings.</summary>
internal static class Sources
{
    /// <summary>In a file of its own, so that positions in tests are those of the test's source.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Blog;
        global using Covet;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Compiling = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    private static readonly ReferenceAssemblies Empty = new("net10.0");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CSharp", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(RawExpression).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(BlogDb).Assembly.Location),
    ];

    /// <summary>A method around statements, with what they use.</summary>
    public static string InMethod(string statements) => $$"""
        public static class Program
        {
            public static async Task RunAsync(BlogDb db, string name, int number, User ann, CancellationToken token)
            {
                await Task.Yield();
        {{statements}}
            }
        }
        """;

    /// <summary>A test's solution, without the checks that each rule has tests of its own for.</summary>
    public static void SetUp(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = Empty;
        test.TestState.AdditionalReferences.AddRange(References);
        test.TestState.Sources.Add(("/0/Usings.cs", Usings));
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        test.CompilerDiagnostics = CompilerDiagnostics.Errors;
        test.SolutionTransforms.Add((solution, project) => solution.WithProjectParseOptions(project, Parsing).WithProjectCompilationOptions(project, Compiling));
    }

    /// <summary>What analyzers report on a source, whether it compiles or not.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, string source, string editorconfig = "")
        => Analyzed(analyzers, source, editorconfig).GetAnalyzerDiagnosticsAsync();

    /// <summary>The same with what the compiler reports, and suppressors suppress.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportAllAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, string source) => Analyzed(analyzers, source, "").GetAllDiagnosticsAsync();

    private static CompilationWithAnalyzers Analyzed(ImmutableArray<DiagnosticAnalyzer> analyzers, string source, string editorconfig)
    {
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(Usings, Parsing), CSharpSyntaxTree.ParseText(source, Parsing, "/0/Test.cs")];
        var options = Compiling.WithSyntaxTreeOptionsProvider(new Severities(AnalyzerConfigSet.Create<AnalyzerConfig[]>([AnalyzerConfig.Parse(editorconfig, "/.editorconfig")])));
        return CSharpCompilation.Create("Tests", trees, References, options).WithAnalyzers(analyzers);
    }

    /// <summary>The severities that an .editorconfig gives.</summary>
    private sealed class Severities(AnalyzerConfigSet configuration) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => configuration.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
