using Covet;

namespace Zoo;

/// <summary>A key of the user's own type; linked to rows with a composite key.</summary>
[Model(Plural = "Shelves")]
public partial class Shelf
{
    [Key, Converter<IsbnConverter>]
    public Isbn Code { get; set; }

    [ManyToMany(RelatedName = "Shelves")]
    public partial ManyToMany<Enrolment, EnrolmentQuery> Kept { get; }
}

/// <summary>A Guid key, and nullable foreign keys to a key of the user's own type, to a composite key and to a unique column.</summary>
[Model]
public partial class Book
{
    public Guid Id { get; set; }

    [Unique]
    public string Title { get; set; } = "";

    [ForeignKey(RelatedName = "Books")]
    public partial Shelf? Shelf { get; set; }

    [ForeignKey(RelatedName = "Books")]
    public partial Enrolment? Reviewer { get; set; }

    [ForeignKey(To = "Name", RelatedName = "Books")]
    public partial City? City { get; set; }
}

[Model]
public partial class Song
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

[Model(Plural = "Mixes")]
public partial class Mix
{
    public int Id { get; set; }

    [ManyToMany(RelatedName = "Mixes")]
    public partial ManyToMany<Song, SongQuery, MixSong> Songs { get; }

    [ManyToMany(RelatedName = "LabelledMixes")]
    public partial ManyToMany<Song, SongQuery, MixLabel> Labelled { get; }

    [ManyToMany(RelatedName = "Mixes")]
    public partial ManyToMany<City, CityQuery, MixCity> Cities { get; }
}

/// <summary>Links that nothing keeps from being there twice; a payload that isn't nullable.</summary>
[Model]
public partial class MixSong
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "MixSongs")]
    public partial Mix Mix { get; set; }

    [ForeignKey(RelatedName = "MixSongs")]
    public partial Song Song { get; set; }

    public string Note { get; set; } = "none";
}

/// <summary>Links with a key that the client makes, and another unique column.</summary>
[Model, Unique("Mix", "Song")]
public partial class MixLabel
{
    public Guid Id { get; set; }

    [ForeignKey(RelatedName = "MixLabels")]
    public partial Mix Mix { get; set; }

    [ForeignKey(RelatedName = "MixLabels")]
    public partial Song Song { get; set; }

    [ForeignKey(RelatedName = "MixLabels")]
    public partial Country? Origin { get; set; }

    [Unique]
    public string? Label { get; set; }
}

/// <summary>Links to a unique column that isn't the key.</summary>
[Model]
public partial class MixCity
{
    [Key, ForeignKey(RelatedName = "+")]
    public partial Mix Mix { get; set; }

    [Key, ForeignKey(To = "Name", RelatedName = "+")]
    public partial City City { get; set; }
}
