using Covet;

namespace MusicStore;

/// <summary>A kind of music, or of film.</summary>
[Model(Table = "Genre")]
public partial class Genre
{
    [Key, Column("GenreId")]
    public int Id { get; set; }

    [Column("Name")]
    public string? Name { get; set; }
}
