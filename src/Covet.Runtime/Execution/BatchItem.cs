namespace Covet.Infrastructure;

/// <summary>One statement of a batch with the consumer of its result.</summary>
/// <param name="Statement">What to run.</param>
/// <param name="Consumer">Who takes its rows.</param>
public readonly record struct BatchItem(Statement Statement, ResultConsumer Consumer);
