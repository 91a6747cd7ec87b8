namespace Covet;

/// <summary>The base of Covet's own exceptions.</summary>
public abstract class CovetException : Exception
{
    private protected CovetException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
