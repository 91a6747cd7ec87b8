namespace Covet.Generators.Model;

/// <summary>A <c>[Projection&lt;TModel&gt;]</c> type, as the user wrote it.</summary>
internal sealed record ProjectionSpec
{
    /// <summary>The type.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>The metadata name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What is filled: constructor parameters first.</summary>
    public required EquatableArray<ProjectionMember> Members { get; init; }
}

/// <summary>A member of a projection.</summary>
/// <param name="Name">The name of the property or parameter, bare.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsParameter">Whether the constructor takes it.</param>
internal sealed record ProjectionMember(string Name, TypeRef Type, bool IsParameter);
