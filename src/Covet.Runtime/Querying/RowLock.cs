namespace Covet.Infrastructure;

/// <summary>How a query locks the rows that it gives, until its transaction ends.</summary>
/// <param name="IsShared">Whether others may lock them so, too.</param>
/// <param name="Wait">What to do with rows that others have locked.</param>
public sealed record RowLock(bool IsShared, RowLockWait Wait = RowLockWait.Wait);

/// <summary>What to do with rows that others have locked.</summary>
public enum RowLockWait
{
    /// <summary>Wait for them.</summary>
    Wait,

    /// <summary>Leave them out.</summary>
    Skip,

    /// <summary>Fail.</summary>
    Fail,
}
