using Covet;

namespace MusicStore;

/// <summary>The format that a track is sold in.</summary>
[Model(Table = "MediaType")]
public partial class MediaType
{
    [Key, Column("MediaTypeId")]
    public int Id { get; set; }

    [Column("Name")]
    public string? Name { get; set; }
}
