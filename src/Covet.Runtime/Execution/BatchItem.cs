namespace Covet.Infrastructure;

/// <summary>One statement of a batch with the consumer of its result.</summary>
/// <param name="Statement">What to run.</param>
/// <param name="Consumer">Who takes its rows.</param>
/// <param name="GivesRows">Whether it has a result, be it an empty one: a SELECT, or a write with RETURNING.</param>
/// <param name="IsCounted">Whether it is recorded: what frames others (BEGIN, COMMIT, FETCH) is not.</param>
public readonly record struct BatchItem(Statement Statement, ResultConsumer Consumer, bool GivesRows = true, bool IsCounted = true)
{
    /// <summary>A statement that frames others and gives no rows.</summary>
    internal static BatchItem Frame(string text) => new(new Statement(text, SqlParameters.None), NoResult.Instance, GivesRows: false, IsCounted: false);
}
