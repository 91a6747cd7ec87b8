namespace Covet.Generators.Model;

/// <summary>A C# type as it is written from anywhere, and the two facts that nullability needs.</summary>
/// <param name="Name">Fully qualified, or a C# keyword; never with a <c>?</c> at its end.</param>
/// <param name="IsValueType">Whether its nullable form is a <see cref="Nullable{T}"/>.</param>
/// <param name="IsNullable">Whether the declaration allows null.</param>
internal sealed record TypeRef(string Name, bool IsValueType, bool IsNullable)
{
    /// <summary>The type without null.</summary>
    public TypeRef NotNull => this with { IsNullable = false };

    /// <summary>The type with null.</summary>
    public TypeRef OrNull => this with { IsNullable = true };

    public override string ToString() => IsNullable ? Name + "?" : Name;
}
