using Covet;

namespace Zoo;

/// <summary>A key that is stored as text.</summary>
public enum Rank
{
    Low,
    Middle,
    High,
}

public sealed class RankConverter : IValueConverter<Rank, string>
{
    public static string ToStored(Rank value) => $"rank {value}";

    public static Rank FromStored(string stored) => Enum.Parse<Rank>(stored["rank ".Length..]);
}

/// <summary>What is related, whatever its key.</summary>
public interface INamed
{
    string Name { get; }
}

[Model]
public partial class LongRoot : INamed
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
}

/// <summary>Relations of every kind to a key of 64 bits.</summary>
[Model]
public partial class LongLeaf : INamed
{
    public long Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves")]
    public partial LongRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin")]
    public partial LongRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<LongRoot, LongRootQuery> Links { get; }
}

[Model]
public partial class GuidRoot : INamed
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
}

/// <summary>Relations of every kind to a Guid.</summary>
[Model]
public partial class GuidLeaf : INamed
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves")]
    public partial GuidRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin")]
    public partial GuidRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<GuidRoot, GuidRootQuery> Links { get; }
}

[Model]
public partial class TextRoot : INamed
{
    [Key]
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>Relations of every kind to a text.</summary>
[Model]
public partial class TextLeaf : INamed
{
    [Key]
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves")]
    public partial TextRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin")]
    public partial TextRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<TextRoot, TextRootQuery> Links { get; }
}

[Model]
public partial class RankRoot : INamed
{
    [Key, Converter<RankConverter>]
    public Rank Rank { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Relations of every kind to an enum, through a converter.</summary>
[Model]
public partial class RankLeaf : INamed
{
    [Key, Converter<RankConverter>]
    public Rank Rank { get; set; }

    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves")]
    public partial RankRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin")]
    public partial RankRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<RankRoot, RankRootQuery> Links { get; }
}

[Model]
public partial class PairRoot : INamed
{
    [Key]
    public string Area { get; set; } = "";

    [Key]
    public int Number { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Relations of every kind to a key of two columns.</summary>
[Model]
public partial class PairLeaf : INamed
{
    [Key]
    public string Area { get; set; } = "";

    [Key]
    public int Number { get; set; }

    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves")]
    public partial PairRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin")]
    public partial PairRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<PairRoot, PairRootQuery> Links { get; }
}

[Model]
public partial class SlugRoot : INamed
{
    public int Id { get; set; }

    [Unique]
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>Relations to a unique column that isn't the key; the pairs of many-to-many always go by the key.</summary>
[Model]
public partial class SlugLeaf : INamed
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Leaves", To = nameof(SlugRoot.Slug))]
    public partial SlugRoot? Root { get; set; }

    [OneToOne(RelatedName = "Twin", To = nameof(SlugRoot.Slug))]
    public partial SlugRoot? Twin { get; set; }

    [ManyToMany(RelatedName = "Linked")]
    public partial ManyToMany<SlugRoot, SlugRootQuery> Links { get; }
}
