using Covet;

namespace Bench;

[Model]
public partial class User
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public DateTimeOffset CreatedAt { get; set; }
}

[Model]
public partial class Post
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Posts")]
    public partial User Author { get; set; }

    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
    public int Views { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    [ManyToMany(RelatedName = "Posts")]
    public partial ManyToMany<Tag, TagQuery> Tags { get; }
}

[Model]
public partial class Comment
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Comments")]
    public partial Post Post { get; set; }

    public string Text { get; set; } = "";
}

[Model]
public partial class Tag
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

[Database]
public partial class BenchDb;
