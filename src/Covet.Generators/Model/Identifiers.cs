using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Model;

/// <summary>How names are written as C#.</summary>
internal static class Identifiers
{
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
