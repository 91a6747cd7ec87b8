using Covet;

namespace Blog;

[Model]
public partial class Comment
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Comments", OnDelete = OnDelete.Cascade)]
    public partial Post Post { get; set; }

    [ForeignKey(RelatedName = "Comments")]
    public partial User Author { get; set; }

    [ForeignKey(RelatedName = "Replies")]
    public partial Comment? Parent { get; set; }

    public string Text { get; set; } = "";
}
