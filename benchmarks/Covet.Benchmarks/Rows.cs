namespace Bench;

/// <summary>What the hand-written contestants fill: the same columns, and lists for the graph.</summary>
internal sealed class UserRow
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public string CreatedAt { get; set; } = "";
    public List<PostRow> Posts { get; set; } = [];
}

internal sealed class PostRow
{
    public int Id { get; set; }
    public int AuthorId { get; set; }
    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
    public int Views { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public List<CommentRow> Comments { get; set; } = [];
    public List<TagRow> Tags { get; set; } = [];
}

internal sealed class CommentRow
{
    public int Id { get; set; }
    public int PostId { get; set; }
    public string Text { get; set; } = "";
}

internal sealed class TagRow
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}
