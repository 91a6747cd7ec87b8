namespace Covet;

/// <summary>
/// The transaction IS committed, but something that was to run after it (<see cref="Database.OnCommit(Func{Task})"/>) failed. All other callbacks ran. Don't run the transaction
/// again: its result alone is lost. What failed is inside: the exception of the one callback, or an <see cref="AggregateException"/> of several.
/// </summary>
public sealed class CommitCallbackException : CovetException
{
    internal CommitCallbackException(IReadOnlyList<Exception> failures, int callbacks)
        : base(
            $"The transaction is committed, but {failures.Count} of the {callbacks} callbacks of OnCommit that followed it failed. Don't run the transaction again for that. The first failure: {failures[0].Message}",
            failures is [var only] ? only : new AggregateException(failures))
        => Failures = failures;

    /// <summary>What failed, in the order of the callbacks.</summary>
    public IReadOnlyList<Exception> Failures { get; }
}
