using Covet;

namespace MusicStore;

/// <summary>One track on one playlist: its key is the pair.</summary>
[Model(Table = "PlaylistTrack")]
public partial class PlaylistTrack
{
    [Key, ForeignKey(Column = "PlaylistId")]
    public partial Playlist Playlist { get; set; }

    [Key, ForeignKey(Column = "TrackId")]
    public partial Track Track { get; set; }
}
