using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.RawSql;

/// <summary>Source text inside messages.</summary>
internal static class Texts
{
    private const int Length = 40;

    /// <summary>The first line of a piece of source, cut where it is long.</summary>
    public static string Shortened(SyntaxNode node)
    {
        string text = node.ToString();
        int end = text.IndexOfAny(['\r', '\n']);
        if (end < 0)
            end = text.Length;
        return end > Length ? text.Substring(0, Length) + "..." : end < text.Length ? text.Substring(0, end) + "..." : text;
    }
}
