#nullable disable // One set of functions serves Expr<string> and Expr<string?>.
using Covet.Infrastructure;

namespace Covet;

/// <summary>SQL's text functions, on columns and expressions.</summary>
public static class TextFunctions
{
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

    /// <summary>The text in lower case; SQLite lowers A to Z alone.</summary>
    public static Expr<string> Lower(this Expr<string> text) => new Function<string>("lower", Arguments.Given(text));

    /// <summary>The text in upper case; SQLite raises a to z alone.</summary>
    public static Expr<string> Upper(this Expr<string> text) => new Function<string>("upper", Arguments.Given(text));

    /// <summary>The text without blanks at both ends.</summary>
    public static Expr<string> Trim(this Expr<string> text) => new Function<string>("trim", Arguments.Given(text));

    /// <summary>The number of characters.</summary>
    public static Expr<int> Length(this Expr<string> text) => new Function<int>("length", Arguments.Given(text));

    private static TextCondition Test(TextTest test, Expr<string> text, string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new TextCondition(test, Arguments.Given(text), new Value<string>(part));
    }
}
