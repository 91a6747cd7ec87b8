using Covet;

namespace Blog;

[Model]
public partial class Post
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Posts", OnDelete = OnDelete.Cascade)]
    public partial User Author { get; set; }

    [ForeignKey(RelatedName = "EditedPosts", OnDelete = OnDelete.SetNull)]
    public partial User? Editor { get; set; }

    public string Title { get; set; } = "";

    [Column("content")]
    public string Body { get; set; } = "";

    public bool Published { get; set; }

    public int Views { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    [ManyToMany(RelatedName = "Posts")]
    public partial ManyToMany<Tag, TagQuery> Tags { get; }
}
