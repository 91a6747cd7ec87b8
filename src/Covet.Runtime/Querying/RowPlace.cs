namespace Covet.Infrastructure;

/// <summary>Where the columns of a lambda's parameter belong: the depth of the lambda, and which table of its query's FROM clause they are of.</summary>
/// <param name="Depth">How many lambdas run around it.</param>
/// <param name="Slot">The table's place in the FROM clause.</param>
/// <param name="IsOptional">Whether it may be missing: the right side of a LEFT JOIN.</param>
public readonly record struct RowPlace(int Depth, int Slot = 0, bool IsOptional = false);
