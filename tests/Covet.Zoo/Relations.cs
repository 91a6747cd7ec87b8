using Covet;

namespace Zoo;

/// <summary>A self-reference.</summary>
[Model]
public partial class Employee
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Reports")]
    public partial Employee? Boss { get; set; }

    [ManyToMany]
    public partial ManyToMany<Employee, EmployeeQuery> Friends { get; }
}

/// <summary>A text key, given by the user; a plural that the rules can't know.</summary>
[Model(Plural = "Countries")]
public partial class Country
{
    [Key, MaxLength(2)]
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>A Guid key, made by the client; a foreign key to a text key, one to itself through a table of pairs.</summary>
[Model]
public partial class Traveller
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";

    [ForeignKey(RelatedName = "Citizens")]
    public partial Country Home { get; set; }

    [ManyToMany(RelatedName = "Visitors")]
    public partial ManyToMany<Country, CountryQuery> Visited { get; }

    [ManyToMany(Symmetrical = false, RelatedName = "Followers")]
    public partial ManyToMany<Traveller, TravellerQuery> Follows { get; }
}

[Model]
public partial class Student
{
    public int Id { get; set; }
    public string Name { get; set; } = "";

    [ManyToMany(RelatedName = "Students")]
    public partial ManyToMany<Course, CourseQuery, Enrolment> Courses { get; }
}

[Model]
public partial class Course
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
}

/// <summary>A through model with a composite key and a payload.</summary>
[Model]
public partial class Enrolment
{
    [Key, ForeignKey(RelatedName = "Enrolments")]
    public partial Student Student { get; set; }

    [Key, ForeignKey(RelatedName = "Enrolments")]
    public partial Course Course { get; set; }

    public int? Grade { get; set; }
}

/// <summary>A foreign key to a composite key.</summary>
[Model]
public partial class Essay
{
    public int Id { get; set; }
    public string Title { get; set; } = "";

    [ForeignKey(RelatedName = "Essays")]
    public partial Enrolment Enrolment { get; set; }
}

/// <summary>An owner and members: the foreign key is called like a column of the table of pairs.</summary>
[Model]
public partial class Team
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "OwnTeams")]
    public partial Student Student { get; set; }

    [ManyToMany(RelatedName = "Teams")]
    public partial ManyToMany<Student, StudentQuery> Members { get; }
}

/// <summary>A foreign key to a unique column that isn't the key.</summary>
[Model]
public partial class Postcard
{
    public int Id { get; set; }

    [ForeignKey(To = "Name", RelatedName = "Postcards")]
    public partial City City { get; set; }
}

[Model]
public partial class City
{
    public int Id { get; set; }

    [Unique]
    public string Name { get; set; } = "";
}

/// <summary>Names that SQL and C# find difficult.</summary>
[Model(Table = "order; \"select\"", Schema = "main")]
public partial class @class
{
    public int Id { get; set; }

    [Column("from \"where\" ; --")]
    public string @event { get; set; } = "";

    [Column("a b'c")]
    public int? @namespace { get; set; }
}

[Database]
public partial class ZooDb;
