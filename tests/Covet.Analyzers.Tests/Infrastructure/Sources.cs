using Blog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        test.SolutionTransforms.Add((solution, project) => solution
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose))
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));
    }
}
