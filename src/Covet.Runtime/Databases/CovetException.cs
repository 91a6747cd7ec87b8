namespace Covet;

/// <summary>The base of Covet's own exceptions.</summary>
public abstract class CovetException : Exception
{
    private protected CovetException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>How often the transaction was run before it was given up, where <see cref="TransactionOptions.Retry"/> asked for that; otherwise 1.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <inheritdoc/>
    public override string Message => Attempts == 1 ? base.Message : $"{base.Message} (The transaction was run {Attempts} times.)";
}
