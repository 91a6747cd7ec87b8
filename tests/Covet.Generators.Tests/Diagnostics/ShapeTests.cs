using Covet.Generators.Model;
using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>Everything that is right gives no diagnostic.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void The_models_of_the_product_page() => Assert.Equal(5, GeneratorTest.Run(Blog.Source).Models.Count);

    [Fact]
    public void Every_type_has_a_column()
    {
        var run = GeneratorTest.Run(Zoo.Types);

        Assert.Equal(Enum.GetValues<StoreKind>(), run.Model("Everything").Columns.Select(column => column.Type.Stored).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void Odd_shapes(string name)
    {
        var run = GeneratorTest.Run(Zoo.Shapes[name]);

        Assert.NotEmpty(run.Models);
    }

    [Fact]
    public void A_relation_of_a_model_with_itself_works_both_ways_unless_it_names_the_way_back()
    {
        var run = GeneratorTest.Run("""
            [Model]
            public partial class Person
            {
                public int Id { get; set; }
                [ManyToMany] public partial ManyToMany<Person, PersonQuery> Friends { get; }
                [ManyToMany(RelatedName = "Followers")] public partial ManyToMany<Person, PersonQuery> Follows { get; }
            }
            """);

        Assert.Equal(
            [("Friends", true), ("Follows", false), ("Followers", false)],
            run.Model("Person").Links.Select(link => (link.Name, link.IsSymmetrical)));
    }

    [Fact]
    public void DataAnnotations_mean_the_same()
    {
        var run = GeneratorTest.Run("""
            [Model]
            [System.ComponentModel.DataAnnotations.Schema.Table("folk", Schema = "hr")]
            public partial class Person
            {
                [System.ComponentModel.DataAnnotations.Key] public string Code { get; set; } = "";
                [System.ComponentModel.DataAnnotations.MaxLength(20), System.ComponentModel.DataAnnotations.Required] public string? Name { get; set; }
                [System.ComponentModel.DataAnnotations.Schema.Column("years", TypeName = "smallint")] public int Age { get; set; }
                [System.ComponentModel.DataAnnotations.Schema.NotMapped] public object? Tag { get; set; }
            }
            """);

        var person = run.Model("Person");
        Assert.Equal(("folk", "hr", "Code"), (person.Table, person.Schema, Assert.Single(person.Key.Columns).Property));
        Assert.Equal(["code", "name", "years"], person.Columns.Select(column => column.Name));
        Assert.Equal((20, false), (person.Columns[1].Type.MaxLength, person.Columns[1].Type.IsNullable));
    }

    [Fact]
    public void A_column_is_unique_by_itself_only()
    {
        var run = GeneratorTest.Run("""
            [Model] public partial class User { public int Id { get; set; } [Unique] public string Email { get; set; } = ""; [Unique] public string? Phone { get; set; } public string Name { get; set; } = ""; }
            [Model, Unique("Code", "User")] public partial class Badge { [Key] public int Year { get; set; } [Key] public int Code { get; set; } [OneToOne] public partial User User { get; set; } }
            """);

        Assert.Equal(["Id", "Email", "Phone"], UniqueOf(run.Model("User")));
        Assert.Equal(["UserId"], UniqueOf(run.Model("Badge")));
    }

    private static IEnumerable<string> UniqueOf(Covet.Generators.Graph.ModelPlan model) => model.Columns.Where(column => column.IsUnique).Select(column => column.Property);
}
