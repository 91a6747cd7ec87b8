namespace Covet.Infrastructure;

/// <summary>One statement of a batch with the consumer of its result.</summary>
/// <param name="Statement">What to run.</param>
/// <param name="Consumer">Who takes its rows.</param>
/// <param name="GivesRows">Whether it has a result, be it an empty one: a SELECT, or a write with RETURNING.</param>
public readonly record struct BatchItem(Statement Statement, ResultConsumer Consumer, bool GivesRows = true);
