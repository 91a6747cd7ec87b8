namespace Covet.Infrastructure;

/// <summary>Functions over several rows, which may stand in some clauses alone.</summary>
[Flags]
internal enum SqlFunctions
{
    None = 0,
    Aggregates = 1,
    Windows = 2,
    All = Aggregates | Windows,
}
