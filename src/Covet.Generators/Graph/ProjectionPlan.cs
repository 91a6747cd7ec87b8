using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A projection, ready to print.</summary>
internal sealed record ProjectionPlan
{
    /// <summary>The type.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>How its file is called.</summary>
    public required string HintName { get; init; }

    /// <summary>The model.</summary>
    public required TypeSpec Model { get; init; }

    /// <summary>What is filled, constructor parameters first.</summary>
    public required EquatableArray<ProjectedValue> Values { get; init; }
}

/// <summary>A member of a projection and where its value comes from.</summary>
/// <param name="Member">The member.</param>
/// <param name="Path">The properties that lead there from the model: to a column, or to a relation.</param>
/// <param name="Function">What is asked of the relation.</param>
/// <param name="Aggregated">The property of the related model whose values are aggregated; null for none.</param>
/// <param name="Type">What is read.</param>
/// <param name="Owner">The model that has the column or relation.</param>
internal sealed record ProjectedValue(
    ProjectionMember Member, EquatableArray<string> Path, RelatedFunction Function, string? Aggregated, ColumnType Type, TypeSpec Owner);

/// <summary>What a projection can ask of a relation.</summary>
internal enum RelatedFunction
{
    /// <summary>Nothing: the value is a column's.</summary>
    None,

    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>Whether there are rows.</summary>
    Any,

    /// <summary>Whether there is the one row that it may lead to.</summary>
    Exists,

    /// <summary>The sum of a column.</summary>
    Sum,

    /// <summary>The smallest value of a column.</summary>
    Min,

    /// <summary>The greatest value of a column.</summary>
    Max,

    /// <summary>The average of a column.</summary>
    Avg,
}
