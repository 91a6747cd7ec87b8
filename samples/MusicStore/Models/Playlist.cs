using Covet;

namespace MusicStore;

/// <summary>A selection of tracks.</summary>
[Model(Table = "Playlist")]
public partial class Playlist
{
    [Key, Column("PlaylistId")]
    public int Id { get; set; }

    [Column("Name")]
    public string? Name { get; set; }

    [ManyToMany(RelatedName = "Playlists")]
    public partial ManyToMany<Track, TrackQuery, PlaylistTrack> Tracks { get; }
}
