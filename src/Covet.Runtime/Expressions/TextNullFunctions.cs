#nullable disable // One set of functions serves Expr<string> and Expr<string?>.
namespace Covet;

/// <summary><see cref="NullExtensions"/> for texts.</summary>
public static class TextNullFunctions
{
    /// <summary>The text, or another where it is NULL.</summary>
    public static Expr<string> Coalesce(this Expr<string> text, string otherwise) => new Coalesce<string>([Arguments.Given(text), new Value<string>(otherwise)]);

    /// <summary>The text, or another expression's where it is NULL.</summary>
    public static Expr<string> Coalesce(this Expr<string> text, Expr<string> otherwise) => new Coalesce<string>([Arguments.Given(text), Arguments.Given(otherwise)]);

    /// <summary>The text, or NULL where it is equal to another: select its <c>OrNull()</c>.</summary>
    public static Expr<string> NullIf(this Expr<string> text, string value) => NullIf(text, new Value<string>(value));

    /// <summary>The text, or NULL where it is equal to another expression's: select its <c>OrNull()</c>.</summary>
    public static Expr<string> NullIf(this Expr<string> text, Expr<string> other) => new NullIf<string>(Arguments.Given(text), Arguments.Given(other), text.Mapping);

    /// <summary>The text is among those that a selection gives.</summary>
    public static Condition In(this Expr<string> text, Selection<string> values) => InQueries.Of(text, values);
}
