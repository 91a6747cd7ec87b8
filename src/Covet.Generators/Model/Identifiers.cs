using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Model;

/// <summary>How names are written as C#.</summary>
internal static class Identifiers
{
    /// <summary>Whether a name can be a C# member. Characters that the compiler drops would make two names one.</summary>
    public static bool IsValid(string name) => SyntaxFacts.IsValidIdentifier(name) && !name.Any(character => char.GetUnicodeCategory(character) == UnicodeCategory.Format);

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
