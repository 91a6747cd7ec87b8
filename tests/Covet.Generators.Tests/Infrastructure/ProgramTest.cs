using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>Compiles models together with a program that uses them, and runs it.</summary>
internal static class ProgramTest
{
    /// <summary>
    /// Runs statements over <c>db</c>, a new database of the models with its tables. <paramref name="database"/> is its class, <paramref name="library"/> the source of an assembly that
    /// the models' refers to.
    /// </summary>
    public static async Task RunAsync(string models, string database, string statements, IDatabaseProvider provider, string? library = null)
    {
        var context = new AssemblyLoadContext("Program", isCollectible: true);
        var references = library is null ? [] : new[] { LoadLibrary(library, context) };
        var run = GeneratorTest.RunAll(references, models, $$"""
            using Xunit;
            public static class TestProgram
            {
                public static async Task RunAsync(IDatabaseProvider provider)
                {
                    await using var db = new {{database}}(provider);
                    await db.Schema.CreateAsync();
                    await db.Schema.CreateAsync();
            #line 1 "statements"
                    {{statements}}
                }
            }
            """);
        using var image = new MemoryStream();
        var result = run.Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var program = context.LoadFromStream(image).GetType("TestProgram")!;
        await (Task)program.GetMethod("RunAsync")!.Invoke(null, [provider])!;
    }

    private static PortableExecutableReference LoadLibrary(string source, AssemblyLoadContext context)
    {
        using var image = new MemoryStream();
        var result = GeneratorTest.Compile(source).WithAssemblyName("Library").Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        context.LoadFromStream(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
