namespace Covet.Infrastructure;

/// <summary>A statement ready to run: a text that depends on no value, and the values.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">The values.</param>
public sealed record Statement(string Text, SqlParameters Parameters);
