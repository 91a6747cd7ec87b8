namespace Covet.Infrastructure;

/// <summary>What was being done when a database failed.</summary>
internal enum FailureStep
{
    /// <summary>A connection was opened.</summary>
    Open,

    /// <summary>A statement ran, or its result was read.</summary>
    Run,

    /// <summary>A transaction was committed.</summary>
    Commit,
}
