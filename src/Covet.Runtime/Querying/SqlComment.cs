namespace Covet.Infrastructure;

/// <summary>A comment in front of a statement, with nothing in it that could end it or mean something else.</summary>
internal static class SqlComment
{
    private const string Allowed = " .,_-+=/#()[]<>!";

    public static string Of(string text) => string.Create(text.Length + 7, text, static (comment, text) =>
    {
        "/* ".CopyTo(comment);
        " */ ".CopyTo(comment[^4..]);
        for (int i = 0; i < text.Length; i++)
            comment[i + 3] = char.IsAsciiLetterOrDigit(text[i]) || char.IsLetter(text[i]) || Allowed.Contains(text[i], StringComparison.Ordinal) ? text[i] : '_';
    });
}
