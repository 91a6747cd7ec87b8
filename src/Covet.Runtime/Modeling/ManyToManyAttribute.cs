namespace Covet;

/// <summary>
/// Makes a partial property of type <c>ManyToMany&lt;Tag, TagQuery&gt;</c> a many-to-many relation, through a hidden link table, or through a model of
/// one's own: <c>ManyToMany&lt;Tag, TagQuery, PostTag&gt;</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ManyToManyAttribute : Attribute
{
    /// <summary>The name of the related set on the other model; left out, the plural of the declaring model. <c>"+"</c> means none.</summary>
    public string? RelatedName { get; set; }

    /// <summary>The name of the hidden link table; left out, the class and the property in snake_case (<c>post_tags</c>).</summary>
    public string? Table { get; set; }

    /// <summary>
    /// For a relation of a model with itself: whether being related works both ways, as friendship does; then there is no reverse set. Left out, it does unless
    /// <see cref="RelatedName"/> names one.
    /// </summary>
    public bool Symmetrical { get; set; } = true;
}
