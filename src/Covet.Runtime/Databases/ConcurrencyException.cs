namespace Covet;

/// <summary>
/// An instance was to be written, and its row isn't what the instance was read from any more: somebody changed it, which its <c>[Version]</c> tells, or deleted it. Nothing was written.
/// </summary>
public class ConcurrencyException : CovetException
{
    private protected ConcurrencyException(string message, string model, IReadOnlyList<object> keys) : base(message) => (Model, Keys) = (model, keys);

    /// <summary>A write found no row of the version that was read.</summary>
    internal static ConcurrencyException Of(string model, string action, IReadOnlyList<object> keys) => new(
        $"The {action} of {Named(model, keys)} found no row with its key and version: somebody changed or deleted it since it was read, or its key was changed in memory. " +
        "Read it anew (ReloadAsync), apply the change to what it is now, and try again.",
        model,
        keys);

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The keys of the rows: a value each, or a tuple where the key has several columns.</summary>
    public IReadOnlyList<object> Keys { get; }

    /// <summary><c>Post 5</c>, or <c>3 Post rows (5, 6, ...)</c>.</summary>
    private protected static string Named(string model, IReadOnlyList<object> keys)
    {
        const int Most = 10;
        if (keys is [var only])
            return $"{model} {only}";
        string shown = string.Join(", ", keys.Take(Most));
        return $"{keys.Count} {model} rows ({shown}{(keys.Count > Most ? ", ..." : "")})";
    }
}
