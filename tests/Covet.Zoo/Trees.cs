using Covet;

namespace Zoo;

/// <summary>A tree over a key of two columns, without a foreign key at the top.</summary>
[Model]
public partial class Folder
{
    [Key]
    public int Drive { get; set; }

    [Key, MaxLength(40)]
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Folders")]
    public partial Folder? Parent { get; set; }
}

/// <summary>A tree whose foreign key points to a unique column that isn't the key.</summary>
[Model]
public partial class Place
{
    public int Id { get; set; }

    [Unique]
    public string Code { get; set; } = "";

    [ForeignKey(To = "Code", RelatedName = "Places")]
    public partial Place? Within { get; set; }
}

/// <summary>A list, linked one to one.</summary>
[Model]
public partial class Chapter
{
    public int Id { get; set; }
    public string Title { get; set; } = "";

    [OneToOne(RelatedName = "Next")]
    public partial Chapter? Previous { get; set; }
}

/// <summary>What something is made of, to any depth, through a model with a payload.</summary>
[Model]
public partial class Part
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ManyToMany(RelatedName = "Wholes")]
    public partial ManyToMany<Part, PartQuery, PartUse> Parts { get; }

    [Into(nameof(Part.Parts))]
    public partial IReadOnlyList<Part> MainParts { get; }
}

/// <summary>A part of a part.</summary>
[Model]
public partial class PartUse
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Uses")]
    public partial Part Whole { get; set; }

    [ForeignKey(RelatedName = "UsedIn")]
    public partial Part Piece { get; set; }

    public int Quantity { get; set; }
}
