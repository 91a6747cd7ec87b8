using Covet;

namespace Zoo;

/// <summary>A Guid key, made by the client; a unique column of the user's own type; a unique set with a part that may be null.</summary>
[Model, Unique(nameof(Series), nameof(Number))]
public partial class Volume
{
    public Guid Id { get; set; }

    [Unique, Converter<IsbnConverter>]
    public Isbn Isbn { get; set; } = new("");

    public string Series { get; set; } = "";

    public int? Number { get; set; }

    public string Title { get; set; } = "";

    public decimal Price { get; set; }

    [ForeignKey(RelatedName = "Sequels")]
    public partial Volume? Prequel { get; set; }
}

/// <summary>A key of the user's own type, which the program gives and nothing sets later; a unique column.</summary>
[Model]
public partial class Edition
{
    [Key, Converter<IsbnConverter>]
    public Isbn Isbn { get; init; } = new("");

    [Unique]
    public required string Title { get; init; }

    public int Print { get; set; }
}

/// <summary>A unique set with a foreign key in it.</summary>
[Model, Unique(nameof(Volume), nameof(Position))]
public partial class Chapter
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Chapters")]
    public partial Volume Volume { get; set; }

    public int Position { get; set; }

    public string Title { get; set; } = "";

    [Unique]
    public string? Anchor { get; set; }
}
