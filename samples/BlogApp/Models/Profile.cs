using Covet;

namespace Blog;

[Model]
public partial class Profile
{
    public int Id { get; set; }

    [OneToOne(RelatedName = "Profile", OnDelete = OnDelete.Cascade)]
    public partial User User { get; set; }

    public string? City { get; set; }
}
