using Covet;

namespace Zoo;

[Model(Plural = "Branches")]
public partial class Branch
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ManyToMany(RelatedName = "Mandated")]
    public partial ManyToMany<Account, AccountQuery, Mandate> Mandates { get; }
}

/// <summary>A version that Covet counts, and times that it fills in: nobody else sets them.</summary>
[Model]
public partial class Account
{
    public int Id { get; set; }

    [Unique]
    public string Owner { get; set; } = "";

    public int Balance { get; set; }

    [Version]
    public int Version { get; private set; }

    [CreatedAt]
    public DateTimeOffset Opened { get; set; }

    [UpdatedAt]
    public DateTimeOffset? Touched { get; private set; }

    [ForeignKey(RelatedName = "Accounts")]
    public partial Branch? Branch { get; set; }
}

/// <summary>The version that PostgreSQL makes; a composite key.</summary>
[Model]
public partial class Meter
{
    [Key]
    public string Area { get; set; } = "";

    [Key]
    public int Number { get; set; }

    public int Reading { get; set; }

    [Unique]
    public string? Serial { get; set; }

    [Version]
    public uint Stamp { get; private set; }

    [ForeignKey(RelatedName = "Meters")]
    public partial Branch? Branch { get; set; }
}

/// <summary>A record that nothing sets later, with a key that Covet makes.</summary>
[Model]
public partial record class Memo
{
    public Guid Id { get; private set; }
    public required string Text { get; set; }

    [Version]
    public long Version { get; init; }

    [CreatedAt]
    public DateTimeOffset? Written { get; init; }
}

/// <summary>A row version, and a key that the database makes.</summary>
[Model]
public partial class Ticket
{
    public long Id { get; set; }
    public string Title { get; set; } = "";

    [Version]
    public uint Version { get; private set; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; private set; }
}

/// <summary>Links with a version and a time.</summary>
[Model]
public partial class Mandate
{
    [Key, ForeignKey(RelatedName = "+")]
    public partial Branch Branch { get; set; }

    [Key, ForeignKey(RelatedName = "+")]
    public partial Account Account { get; set; }

    [Version]
    public uint Version { get; private set; }

    [CreatedAt]
    public DateTimeOffset Since { get; private set; }
}

[Model]
public partial class Kennel
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

/// <summary>What a delete does, of every kind.</summary>
[Model]
public partial class Dog
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Owned", OnDelete = OnDelete.Cascade)]
    public partial Kennel? Owner { get; set; }

    [ForeignKey(RelatedName = "Treated", OnDelete = OnDelete.Restrict)]
    public partial Kennel? Vet { get; set; }

    [ForeignKey(RelatedName = "Walked", OnDelete = OnDelete.SetNull)]
    public partial Kennel? Walker { get; set; }

    [ForeignKey(RelatedName = "Housed", OnDelete = OnDelete.SetDefault, Default = 1)]
    public partial Kennel Home { get; set; }

    [ForeignKey(RelatedName = "Trained", OnDelete = OnDelete.NoAction)]
    public partial Kennel? Trainer { get; set; }

    [ForeignKey(RelatedName = "Fed", OnDelete = OnDelete.SetDefault)]
    public partial Kennel? Feeder { get; set; }

    [OneToOne(RelatedName = "Guard", OnDelete = OnDelete.SetNull)]
    public partial Kennel? Guarded { get; set; }
}

/// <summary>Defaults of keys that are texts and Guids.</summary>
[Model]
public partial class Collar
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "+", OnDelete = OnDelete.SetDefault, Default = "'x")]
    public partial Country Made { get; set; }

    [ForeignKey(RelatedName = "+", OnDelete = OnDelete.SetDefault, Default = "0f8fad5b-d9cb-469f-a165-70867728950e")]
    public partial GuidRoot Root { get; set; }
}
