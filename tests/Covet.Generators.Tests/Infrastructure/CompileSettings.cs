using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>How a user's project compiles, and on what kind of machine.</summary>
internal sealed record CompileSettings
{
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public bool Nullable { get; init; } = true;

    /// <summary>A file of the project's <c>global using</c>s; the tests' sources have their own usings.</summary>
    public string GlobalUsings { get; init; } = "";

    public string NewLine { get; init; } = "\n";

    public string Culture { get; init; } = "";

    public bool IsProgram { get; init; }

    public bool IsChecked { get; init; }

    public bool AllowsUnsafe { get; init; }

    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Runs the generator under these settings. All warnings are errors.</summary>
    public GeneratorRun Run(params string[] sources)
    {
        var options = GeneratorTest.ParseOptions.WithLanguageVersion(Language).WithPreprocessorSymbols(Symbols);
        var trees = sources.Select(source => GeneratorTest.Usings + source).Append(GlobalUsings)
            .Select((source, index) => CSharpSyntaxTree.ParseText(source.Replace("\n", NewLine, StringComparison.Ordinal), options, $"Source{index}.cs"));
        var compilation = GeneratorTest.Compile().RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(new CSharpCompilationOptions(
            IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            checkOverflow: IsChecked,
            allowUnsafe: AllowsUnsafe,
            warningLevel: 9999));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Culture);
            return GeneratorTest.Run(compilation, options);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
