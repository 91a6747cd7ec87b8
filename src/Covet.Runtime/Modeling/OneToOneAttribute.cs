namespace Covet;

/// <summary>
/// Makes a partial property a one-to-one relation: a foreign key whose column is unique. The other model gets a single object, null where no row refers to it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneToOneAttribute : Attribute
{
    /// <summary>The name of the property on the other model; left out, the name of the declaring model. <c>"+"</c> means none.</summary>
    public string? RelatedName { get; set; }

    /// <summary>What the database does with this row when the referenced row is deleted.</summary>
    public OnDelete OnDelete { get; set; }

    /// <summary>
    /// The key that <see cref="OnDelete.SetDefault"/> sets, a constant: a whole number, a text, or a Guid as text. It becomes the column's default. Needed where the relation is required;
    /// left out, the default is NULL.
    /// </summary>
    public object? Default { get; set; }

    /// <summary>The column's name; for a composite key the names in the order of the key, separated by commas.</summary>
    public string? Column { get; set; }

    /// <summary>The unique property of the other model that the column refers to; left out, its key.</summary>
    public string? To { get; set; }
}
