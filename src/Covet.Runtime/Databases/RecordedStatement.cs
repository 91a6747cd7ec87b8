namespace Covet;

/// <summary>A statement that ran.</summary>
/// <param name="Text">The SQL, as it was sent.</param>
/// <param name="ParameterNames">The names of its parameters; values are never recorded.</param>
/// <param name="Rows">How many rows it gave, or changed.</param>
/// <param name="Duration">The time from sending to the last row; in a batch, the time of the whole batch.</param>
public sealed record RecordedStatement(string Text, IReadOnlyList<string> ParameterNames, long Rows, TimeSpan Duration);
