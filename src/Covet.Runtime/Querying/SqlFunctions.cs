namespace Covet.Infrastructure;

/// <summary>Functions over several rows, which may stand in some clauses alone.</summary>
[Flags]
internal enum SqlFunctions
{
    None = 0,
    Aggregates = 1,
    Windows = 2,
    All = Aggregates | Windows,

    /// <summary>None, since it is the value of a column that an UPDATE sets.</summary>
    NoneInSet = 4,

    /// <summary>None, since it is given back of a written row.</summary>
    NoneInReturning = 8,
}
