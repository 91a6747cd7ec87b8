using Covet;

namespace Blog;

[Model]
public partial class User
{
    public int Id { get; set; }

    [Unique, MaxLength(200)]
    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
