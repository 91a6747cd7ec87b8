using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing;

/// <summary>Whether a project is compiled as a C# that has what Covet writes.</summary>
internal static class LanguageParser
{
    /// <summary>The version of the language that generated code is written in.</summary>
    public const LanguageVersion Written = LanguageVersion.CSharp14;

    /// <summary>The project's version of the language where it is too old; otherwise null.</summary>
    public static string? TooOld(ParseOptions options) =>
        options is CSharpParseOptions { LanguageVersion: < Written and var version } ? version.ToDisplayString() : null;
}
