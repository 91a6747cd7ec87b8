namespace Covet;

/// <summary>An instance's row was to be written and isn't there any more.</summary>
public sealed class RowNotFoundException : CovetException
{
    internal RowNotFoundException(string model, string action)
        : base($"The {action} found no row of {model} with the key: it was deleted in the meantime, or its key was changed.") => Model = model;

    /// <summary>The model's name.</summary>
    public string Model { get; }
}
