using Covet;

namespace Blog;

[Model]
public partial class Tag
{
    public int Id { get; set; }

    [Unique]
    public string Name { get; set; } = "";
}
