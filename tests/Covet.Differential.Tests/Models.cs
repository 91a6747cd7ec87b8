namespace Covet.Differential.Tests;

public enum Rank
{
    Junior,
    Senior,
    Chief,
}

[Model]
public partial class Team
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int Size { get; set; }

    public decimal? Budget { get; set; }
}

[Model(Table = "people")]
public partial class Person
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Members")]
    public partial Team? Team { get; set; }

    [ForeignKey(RelatedName = "Reports")]
    public partial Person? Boss { get; set; }

    public string Name { get; set; } = "";

    public string? Nick { get; set; }

    public int Age { get; set; }

    public int? Score { get; set; }

    public decimal Wage { get; set; }

    public decimal? Bonus { get; set; }

    public bool Active { get; set; }

    public bool? Asked { get; set; }

    public Rank Rank { get; set; }

    public Rank? Former { get; set; }

    public DateTimeOffset Born { get; set; }

    public DateTimeOffset? Left { get; set; }

    [ManyToMany(RelatedName = "People")]
    public partial ManyToMany<Skill, SkillQuery> Skills { get; }
}

[Model]
public partial class Skill
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int Level { get; set; }
}

[Database]
public partial class OfficeDb;
