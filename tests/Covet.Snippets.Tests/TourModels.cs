using Covet;

namespace Tour;

[Model(Table = "Artist")]
public partial class Artist
{
    [Key, Column("ArtistId")]
    public int Id { get; set; }

    public string? Name { get; set; }
}

[Model]
public partial class Account
{
    public int Id { get; set; }

    public decimal Balance { get; set; }

    [Version]
    public int Version { get; private set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; private set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; private set; }
}

public partial class Account
{
    public static int LastDeleted { get; private set; }

    partial void OnSaving(SaveKind kind)
    {
        if (Balance < 0)
            throw new InvalidOperationException("No credit.");
    }

    partial void OnDeleted() => LastDeleted = Id;
}

[Model]
public partial class Membership
{
    [Key, ForeignKey]
    public partial Member Member { get; set; }

    [Key, ForeignKey]
    public partial Club Club { get; set; }

    public DateOnly Since { get; set; }
}

[Model]
public partial class Member
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

[Model]
public partial class Club
{
    public int Id { get; set; }

    [ManyToMany]
    public partial ManyToMany<Member, MemberQuery, Membership> Members { get; }
}

[Database]
public partial class TourDb;
