namespace Covet.Infrastructure;

/// <summary>What went wrong on a database.</summary>
public enum FailureKind
{
    /// <summary>Something that has no name here.</summary>
    Other,

    /// <summary>A unique constraint or a primary key.</summary>
    Unique,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>NOT NULL.</summary>
    NotNull,

    /// <summary>A check constraint.</summary>
    Check,

    /// <summary>Another constraint.</summary>
    Constraint,

    /// <summary>A deadlock.</summary>
    Deadlock,

    /// <summary>Two transactions that can't both be kept.</summary>
    Serialization,

    /// <summary>A lock that wasn't to be had in time.</summary>
    LockTimeout,

    /// <summary>A statement that took too long.</summary>
    StatementTimeout,

    /// <summary>No connection, or one that was lost.</summary>
    Connection,

    /// <summary>A write where nothing may be written.</summary>
    ReadOnly,
}
