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
/// <param name="Path">The properties that lead there from the model.</param>
/// <param name="Column">The column's type, null for the number of rows of a relation.</param>
/// <param name="Owner">The model that has the column or relation.</param>
internal sealed record ProjectedValue(ProjectionMember Member, EquatableArray<string> Path, ColumnType? Column, TypeSpec Owner);
