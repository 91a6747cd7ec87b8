namespace Covet;

/// <summary>An instance's row was to be read or written and isn't there any more.</summary>
public sealed class RowNotFoundException : ConcurrencyException
{
    internal RowNotFoundException(string model, string action, IReadOnlyList<object> keys)
        : base($"The {action} of {Named(model, keys)} found no row with its key: it was deleted in the meantime, or its key was changed.", model, keys)
    {
    }
}
