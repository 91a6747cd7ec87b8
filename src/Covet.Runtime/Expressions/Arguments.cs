using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>Checks of what expressions are made from.</summary>
internal static class Arguments
{
    /// <summary>The expression, which must be there.</summary>
    public static TExpression Given<TExpression>(TExpression? expression, [CallerArgumentExpression(nameof(expression))] string? name = null)
        where TExpression : class
        => expression ?? throw new ArgumentNullException(name, "An SQL expression is null. Write a column, a value or an expression of them; for NULL compare with null.");
}
