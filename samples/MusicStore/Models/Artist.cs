using Covet;

namespace MusicStore;

/// <summary>A performer or a band.</summary>
[Model(Table = "Artist")]
public partial class Artist
{
    [Key, Column("ArtistId")]
    public int Id { get; set; }

    [Column("Name")]
    public string? Name { get; set; }
}
