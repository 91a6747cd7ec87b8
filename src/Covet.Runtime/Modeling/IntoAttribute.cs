namespace Covet;

/// <summary>
/// A place of one's own for a filtered prefetch of a relation; the relation's plain cache stays as it is. Reading it before a prefetch filled it throws.
/// </summary>
/// <param name="relation">The relation: <c>nameof(User.Posts)</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IntoAttribute(string relation) : Attribute
{
    /// <summary>The name of the relation.</summary>
    public string Relation { get; } = relation;
}
