namespace Covet.Infrastructure;

/// <summary>An operation on two numbers.</summary>
public enum Arithmetic
{
    /// <summary>The sum.</summary>
    Add,

    /// <summary>The difference.</summary>
    Subtract,

    /// <summary>The product.</summary>
    Multiply,

    /// <summary>The quotient.</summary>
    Divide,

    /// <summary>The remainder of the division.</summary>
    Remainder,
}

/// <summary>How operations are spelled.</summary>
public static class ArithmeticOperators
{
    extension(Arithmetic operation)
    {
        /// <summary>The operator as SQL spells it, between blanks.</summary>
        public string Sql => operation switch
        {
            Arithmetic.Add => " + ",
            Arithmetic.Subtract => " - ",
            Arithmetic.Multiply => " * ",
            Arithmetic.Divide => " / ",
            _ => " % ",
        };
    }
}
