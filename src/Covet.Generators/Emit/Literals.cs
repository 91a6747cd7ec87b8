using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Emit;

/// <summary>Values as C# source, and names as words.</summary>
internal static class Literals
{
    /// <summary>A text as a literal, everything that can't be seen escaped.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Texts as a collection of literals.</summary>
    public static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    /// <summary>A text of each dialect as an argument list.</summary>
    public static string Texts(DialectText text) => text.IsShared ? Text(text.Sqlite) : $"{Text(text.Sqlite)}, {Text(text.Postgres)}";

    /// <summary>A text inside an XML comment.</summary>
    public static string Xml(string text) =>
        new string(text.Select(character => char.IsControl(character) ? ' ' : character).ToArray()).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The quotes of a raw literal that the text doesn't end: one more than its longest run of quotes, at least three.</summary>
    public static string RawQuotes(string text)
    {
        var (longest, run) = (2, 0);
        foreach (var character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', longest + 1);
    }
}
