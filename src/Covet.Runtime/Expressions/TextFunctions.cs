#nullable disable // One set of functions serves Expr<string> and Expr<string?>.
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// SQL's text functions, on columns and expressions. NULL in, NULL out, except of <c>+</c>. Lengths and positions count characters (code points),
/// where C# counts UTF-16 units.
/// </summary>
public static class TextFunctions
{
    /// <summary>SQLite's longest pattern of its own LIKE, in bytes.</summary>
    private const int LongestPattern = 50_000;

    extension(Expr<string>)
    {
        /// <summary>Text after text. As in C#, NULL counts as an empty text.</summary>
        public static Expr<string> operator +(Expr<string> left, Expr<string> right) => new Concatenation(Arguments.Given(left), Arguments.Given(right));
    }

    /// <summary>The text contains the part, by its exact characters; wildcards in it mean nothing.</summary>
    public static Condition Contains(this Expr<string> text, string part) => Test(TextTest.Contains, text, part);

    /// <summary>The text contains another expression's text.</summary>
    public static Condition Contains(this Expr<string> text, Expr<string> part) => new TextCondition(TextTest.Contains, Arguments.Given(text), Arguments.Given(part));

    /// <summary>The text starts with the part, by its exact characters; wildcards in it mean nothing.</summary>
    public static Condition StartsWith(this Expr<string> text, string part) => Test(TextTest.StartsWith, text, part);

    /// <summary>The text starts with another expression's text.</summary>
    public static Condition StartsWith(this Expr<string> text, Expr<string> part) => new TextCondition(TextTest.StartsWith, Arguments.Given(text), Arguments.Given(part));

    /// <summary>The text ends with the part, by its exact characters; wildcards in it mean nothing.</summary>
    public static Condition EndsWith(this Expr<string> text, string part) => Test(TextTest.EndsWith, text, part);

    /// <summary>The text ends with another expression's text.</summary>
    public static Condition EndsWith(this Expr<string> text, Expr<string> part) => new TextCondition(TextTest.EndsWith, Arguments.Given(text), Arguments.Given(part));

    /// <summary>
    /// The text matches a pattern, in which <c>%</c> stands for any characters, <c>_</c> for one, and <c>\</c> takes the next character as it is;
    /// <see cref="Sql.EscapeLike"/> does so for a text that a user wrote. Minds the case, on both databases.
    /// </summary>
    /// <exception cref="ArgumentException">The pattern ends in a <c>\</c> that escapes nothing. In an expression's text that is the database's error.</exception>
    public static Condition Like(this Expr<string> text, string pattern) => Pattern(ScalarFunction.Like, text, pattern);

    /// <summary>The text matches another expression's text as a pattern.</summary>
    public static Condition Like(this Expr<string> text, Expr<string> pattern) => Pattern(ScalarFunction.Like, text, pattern);

    /// <summary>
    /// The text matches a pattern as <see cref="Like(Expr{string}, string)"/> has it, whatever the case of A to Z; PostgreSQL folds the other letters
    /// that the column's collation knows.
    /// </summary>
    /// <exception cref="ArgumentException">The pattern ends in a <c>\</c> that escapes nothing.</exception>
    public static Condition ILike(this Expr<string> text, string pattern) => Pattern(ScalarFunction.LikeIgnoringCase, text, pattern);

    /// <summary>The text matches another expression's text as a pattern, whatever the case of A to Z.</summary>
    public static Condition ILike(this Expr<string> text, Expr<string> pattern) => Pattern(ScalarFunction.LikeIgnoringCase, text, pattern);

    /// <summary>
    /// Part of the text matches a regular expression, of the database's own dialect: PostgreSQL's advanced ones, in SQLite .NET's without look-around
    /// and back-references, which never take more than linear time. Simple ones mean the same in both. An invalid one is the database's error.
    /// </summary>
    public static Condition Matches(this Expr<string> text, [StringSyntax(StringSyntaxAttribute.Regex)] string regex)
    {
        ArgumentNullException.ThrowIfNull(regex);
        return new FunctionCondition(ScalarFunction.Matches, Arguments.Given(text), new Value<string>(regex));
    }

    /// <summary>Part of the text matches another expression's text as a regular expression.</summary>
    public static Condition Matches(this Expr<string> text, Expr<string> regex)
        => new FunctionCondition(ScalarFunction.Matches, Arguments.Given(text), Arguments.Given(regex));

    /// <summary>The text under another collation of the database, for comparisons and order: <c>"de-x-icu"</c> on PostgreSQL, <c>"NOCASE"</c> on SQLite.</summary>
    public static Expr<string> Collate(this Expr<string> text, [ConstantExpected] string collation)
    {
        ArgumentException.ThrowIfNullOrEmpty(collation);
        return new Collated(Arguments.Given(text), collation);
    }

    /// <summary>The text in lower case; SQLite lowers A to Z alone.</summary>
    public static Expr<string> Lower(this Expr<string> text) => new Function<string>("lower", Arguments.Given(text));

    /// <summary>The text in upper case; SQLite raises a to z alone.</summary>
    public static Expr<string> Upper(this Expr<string> text) => new Function<string>("upper", Arguments.Given(text));

    /// <summary>The text without blanks at both ends.</summary>
    public static Expr<string> Trim(this Expr<string> text) => new Function<string>("trim", Arguments.Given(text));

    /// <summary>The text without blanks at its start.</summary>
    public static Expr<string> TrimStart(this Expr<string> text) => new Function<string>("ltrim", Arguments.Given(text));

    /// <summary>The text without blanks at its end.</summary>
    public static Expr<string> TrimEnd(this Expr<string> text) => new Function<string>("rtrim", Arguments.Given(text));

    /// <summary>The number of characters.</summary>
    public static Expr<int> Length(this Expr<string> text) => new Function<int>("length", Arguments.Given(text));

    /// <summary>The text from a position on, the first being 0; empty where the text is shorter.</summary>
    public static Expr<string> Substring(this Expr<string> text, int start) => new FunctionCall<string>(ScalarFunction.SubstringFrom, Arguments.Given(text), Position(start));

    /// <summary>The text from a position on, the first being 0; empty where the text is shorter. A negative position counts as 0.</summary>
    public static Expr<string> Substring(this Expr<string> text, Expr<int> start)
        => new FunctionCall<string>(ScalarFunction.SubstringFrom, Arguments.Given(text), Position(start));

    /// <summary>At most so many characters from a position on, the first being 0; fewer, or none, where the text is shorter.</summary>
    public static Expr<string> Substring(this Expr<string> text, int start, int length)
        => new FunctionCall<string>(ScalarFunction.Substring, Arguments.Given(text), Position(start), Count(length));

    /// <summary>
    /// At most so many characters from a position on, the first being 0; fewer, or none, where the text is shorter. A negative position or length counts
    /// as 0.
    /// </summary>
    public static Expr<string> Substring(this Expr<string> text, Expr<int> start, Expr<int> length)
        => new FunctionCall<string>(ScalarFunction.Substring, Arguments.Given(text), Position(start), Count(length));

    /// <summary>The text with each occurrence of a part replaced, by its exact characters.</summary>
    /// <exception cref="ArgumentException">The part is empty. In an expression's text it is never found.</exception>
    public static Expr<string> Replace(this Expr<string> text, string part, string replacement)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(replacement);
        return Replace(text, new Value<string>(part), new Value<string>(replacement));
    }

    /// <summary>The text with each occurrence of another expression's text replaced.</summary>
    public static Expr<string> Replace(this Expr<string> text, Expr<string> part, Expr<string> replacement)
    {
        if (part is Value<string> { Item: "" })
            throw new ArgumentException("The part that is replaced is empty: there is nothing to find.", nameof(part));
        return new Function<string>("replace", Arguments.Given(text), Arguments.Given(part), Arguments.Given(replacement));
    }

    /// <summary>Where a part begins, by its exact characters, the first place being 0; -1 where it doesn't occur.</summary>
    public static Expr<int> IndexOf(this Expr<string> text, string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new FunctionCall<int>(ScalarFunction.IndexOf, Arguments.Given(text), new Value<string>(part));
    }

    /// <summary>Where another expression's text begins, the first place being 0; -1 where it doesn't occur.</summary>
    public static Expr<int> IndexOf(this Expr<string> text, Expr<string> part)
        => new FunctionCall<int>(ScalarFunction.IndexOf, Arguments.Given(text), Arguments.Given(part));

    private static TextCondition Test(TextTest test, Expr<string> text, string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new TextCondition(test, Arguments.Given(text), new Value<string>(part));
    }

    private static FunctionCondition Pattern(ScalarFunction function, Expr<string> text, string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Pattern(function, text, new Value<string>(pattern));
    }

    private static FunctionCondition Pattern(ScalarFunction function, Expr<string> text, Expr<string> pattern)
    {
        if (pattern is Value<string> { Item: { } constant } && (constant.Length - constant.TrimEnd('\\').Length) % 2 == 1)
        {
            throw new ArgumentException(
                $"The pattern '{constant}' ends in a \\ that escapes nothing. For a \\ itself write two; Sql.EscapeLike does so for a text.", nameof(pattern));
        }
        if (function == ScalarFunction.LikeIgnoringCase && pattern is Value<string> { Item: { } given } && Encoding.UTF8.GetByteCount(given) > LongestPattern)
            throw new ArgumentException($"A pattern of ILike has at most {LongestPattern:N0} bytes, which is what every database takes. Shorten it, or use Like.", nameof(pattern));
        return new FunctionCondition(function, Arguments.Given(text), Arguments.Given(pattern));
    }

    /// <summary>The position as SQL counts it: from 1.</summary>
    private static Value<int> Position(int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        return new Value<int>(start == int.MaxValue ? start : start + 1);
    }

    private static Expr<int> Position(Expr<int> start) => start is Value<int> value
        ? Position(value.Item)
        : new FunctionCall<int>(ScalarFunction.Position, Arguments.Given(start));

    private static Value<int> Count(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new Value<int>(length);
    }

    private static Expr<int> Count(Expr<int> length) => length is Value<int> value
        ? Count(value.Item)
        : new FunctionCall<int>(ScalarFunction.NotNegative, Arguments.Given(length));
}
