namespace Covet.Infrastructure;

/// <summary>The words that the messages of failures share.</summary>
internal static class FailureText
{
    /// <summary>The end of a message: what the driver said.</summary>
    public static string Quoted(Exception inner) => $". The database said: {inner.Message}";
}
