using System.Collections.Immutable;
using System.Reflection;
using Covet.Generators;
using Covet.Graphs.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Graphs.Tests.Programs;

/// <summary>Compiles models with Covet's generator and a program that uses them.</summary>
public static class Compiler
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Covet; using Covet.Graphs.Tests.Programs;

        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Compiler).Assembly.Location),
    ];

    /// <summary>Compiles and loads. The generated code must compile without a warning.</summary>
    public static GraphProgram Compile(ModelSet set, IReadOnlyList<Tree> trees)
    {
        var compilation = CSharpCompilation.Create(
            "Graphs",
            [Parse(ModelSource.Write(set), "Models.cs"), Parse(ProgramSource.Write(set, trees), "Program.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new CovetGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        var wrong = reported.Concat(emitted.Diagnostics).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(10)));
        var factory = Assembly.Load(image.ToArray()).GetType("GraphProgramFactory")!;
        return (GraphProgram)factory.GetMethod("Create")!.Invoke(null, [])!;
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(Usings + source, ParseOptions, path);
}
