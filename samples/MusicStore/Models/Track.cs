using Covet;

namespace MusicStore;

/// <summary>A piece that is sold.</summary>
[Model(Table = "Track")]
public partial class Track
{
    [Key, Column("TrackId")]
    public int Id { get; set; }

    [Column("Name")]
    public string Name { get; set; } = "";

    [ForeignKey(Column = "AlbumId", RelatedName = "Tracks")]
    public partial Album? Album { get; set; }

    [ForeignKey(Column = "MediaTypeId", RelatedName = "Tracks")]
    public partial MediaType MediaType { get; set; }

    [ForeignKey(Column = "GenreId", RelatedName = "Tracks")]
    public partial Genre? Genre { get; set; }

    [Column("Composer")]
    public string? Composer { get; set; }

    [Column("Milliseconds")]
    public int Milliseconds { get; set; }

    [Column("Bytes")]
    public int? Bytes { get; set; }

    [Column("UnitPrice")]
    public decimal UnitPrice { get; set; }
}
