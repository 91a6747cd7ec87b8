using Covet;

namespace MusicStore;

/// <summary>A record of one artist.</summary>
[Model(Table = "Album")]
public partial class Album
{
    [Key, Column("AlbumId")]
    public int Id { get; set; }

    [Column("Title")]
    public string Title { get; set; } = "";

    [ForeignKey(Column = "ArtistId", RelatedName = "Albums")]
    public partial Artist Artist { get; set; }
}
