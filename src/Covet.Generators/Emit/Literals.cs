using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Emit;

/// <summary>Values as C# source.</summary>
internal static class Literals
{
    /// <summary>A text as a literal, everything that can't be seen escaped.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
