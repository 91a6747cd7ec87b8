using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>Names of classes, members and namespaces.</summary>
public sealed class NameShapes
{
    [Theory]
    [InlineData("required field value record file scoped partial await yield nameof var _")]
    [InlineData("event namespace base class new null this is in out ref params default operator")]
    [InlineData("async from where select group into orderby join let on equals by ascending descending")]
    [InlineData("get set init add remove global alias dynamic notnull unmanaged managed nint nuint and or not with when extension")]
    [InlineData("e x __ _1 i row first model key columns query start reader cancellationToken source db other related link")]
    public Task Keywords_and_short_names_are_members(string names)
    {
        var list = names.Split(' ');
        return ShapeTest.RoundTripAsync(
            string.Join("\n    ", list.Select(name => $"public int @{name} {{ get; set; }}")),
            string.Join(", ", list.Select((name, i) => $"@{name} = {i + 1}")),
            $"await db.Things.Where(t => t.@{list[0]} == 1 & t.@{list[^1]} == {list.Length}).CountAsync() == 1 && thing.@{list[^1]} == {list.Length}");
    }

    [Theory]
    [InlineData("event")]
    [InlineData("record")]
    [InlineData("await")]
    [InlineData("var")]
    [InlineData("_")]
    [InlineData("System")]
    [InlineData("Covet")]
    [InlineData("String")]
    [InlineData("Task")]
    [InlineData("Query")]
    [InlineData("Database")]
    [InlineData("Größe")]
    [InlineData("用户")]
    [InlineData("e\u0301tat")]
    [InlineData("हिन्दी")]
    public Task A_class_may_have_the_name(string name) => ShapeTest.RunAsync(
        $$"""
        namespace Shop;
        [Model(Table = "t", Plural = "Rows")] public partial class @{{name}} { public int Id { get; set; } [ForeignKey(RelatedName = "Children")] public partial @{{name}}? Parent { get; set; } }
        [Database] public partial class Db;
        """,
        $$"""
        var parent = new Shop.@{{name}}();
        await db.Rows.InsertAsync(parent);
        await db.Rows.InsertAsync(new Shop.@{{name}} { Parent = parent });
        Assert.Single((await db.Rows.OrderBy(r => r.Id).Prefetch(r => r.Children).FirstAsync()).Children.All());
        """,
        "Shop.Db");

    [Theory]
    [InlineData("@global.@class")]
    [InlineData("A.Covet")]
    [InlineData("MyApp.System")]
    [InlineData("MyApp.Covet.System.Threading")]
    [InlineData("Größe.用户")]
    public Task A_namespace_may_have_the_name(string name) => ShapeTest.RunAsync(
        $$"""
        namespace {{name}};
        [Model] public partial class User { public int Id { get; set; } public DateTime At { get; set; } [ForeignKey] public partial User? Boss { get; set; } [ManyToMany] public partial ManyToMany<User, UserQuery> Friends { get; } }
        [Database] public partial class Db;
        """,
        "await db.Users.InsertAsync(new()); Assert.Empty((await db.Users.Prefetch(u => u.Friends).SingleAsync()).Friends.All());",
        name + ".Db");

    [Fact]
    public void A_problem_is_found_in_a_namespace_of_keywords() =>
        GeneratorTest.Run("namespace @global.@class; public partial class @new { [Model] public partial class @event { public string Name { get; set; } = \"\"; } }", "COV1004 @event");

    [Fact]
    public Task Plurals_and_related_names_may_be_keywords() => ShapeTest.RunAsync(
        "[Model(Plural = \"base\")] public partial class User { public int Id { get; set; } } "
            + "[Model(Plural = \"class\")] public partial class Post { public int Id { get; set; } [ForeignKey(RelatedName = \"event\")] public partial User Author { get; set; } [OneToOne(RelatedName = \"new\")] public partial User? Lead { get; set; } }",
        """
        var user = new User();
        await db.@base.InsertAsync(user);
        await db.@class.InsertAsync(new Post { Author = user, Lead = user });
        var loaded = await db.@base.Prefetch(u => u.@event, u => u.@new).SingleAsync();
        Assert.Equal(1, loaded.@event.All()[0].Id);
        Assert.Equal(1, loaded.@new!.Id);
        """);

    [Fact]
    public void Namespaces_of_all_forms_meet_in_one_project() => GeneratorTest.RunAll(
        "[Model] public partial class User { public int Id { get; set; } [ForeignKey] public partial Blog.Posts.Post? Pinned { get; set; } }",
        "namespace Blog { namespace Posts { [Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial Blog.Texts.Comment? Best { get; set; } } } }",
        "namespace Blog.Texts; [Model] public partial class Comment { public int Id { get; set; } [ForeignKey] public partial User Author { get; set; } }",
        "[Database] public partial class Db;");

    [Fact]
    public Task Names_may_be_very_long()
    {
        var name = new string('L', 400);
        return ShapeTest.RunAsync(
            $$"""
            [Model(Table = "long", Plural = "Rows")] public partial class {{name}} { public int Id { get; set; } [Column("a")] public int {{name}}A { get; set; } [ForeignKey(Column = "b", RelatedName = "{{name}}s")] public partial {{name}}? {{name}}B { get; set; } }
            """,
            $"await db.Rows.InsertAsync(new {name} {{ {name}A = 7 }}); Assert.Equal(7, (await db.Rows.Prefetch(r => r.{name}s).SingleAsync()).{name}A);");
    }

    [Fact]
    public void Long_names_need_short_ones_for_the_database() =>
        GeneratorTest.Run($"[Model] public partial class {new string('l', 400)} {{ public int Id {{ get; set; }} }}", "COV1015 " + new string('l', 400));

    [Fact]
    public Task Names_may_be_composed_and_decomposed() =>
        ShapeTest.RoundTripAsync("public int caf\u00e9 { get; set; } public int cafe\u0301 { get; set; }", "caf\u00e9 = 1, cafe\u0301 = 2", "thing.caf\u00e9 == 1 && thing.cafe\u0301 == 2");

    [Fact]
    public Task Letters_of_Turkish_stay_apart() =>
        ShapeTest.RoundTripAsync("public int ı { get; set; } public int İ { get; set; } public int I { get; set; }", "ı = 1, İ = 2, I = 3", "(thing.ı, thing.İ, thing.I) == (1, 2, 3)");

    [Fact]
    public void Letters_that_differ_in_case_are_one_column() =>
        GeneratorTest.Run("[Model] public partial class Thing { public int Id { get; set; } public int I { get; set; } public int i { get; set; } }", "COV1011 i");

    [Fact]
    public Task Members_of_every_object_may_be_hidden() => ShapeTest.RoundTripAsync(
        "public new int ToString { get; set; } public new int GetType { get; set; } public new int Equals { get; set; } public new int GetHashCode { get; set; } public new int MemberwiseClone { get; set; }",
        "ToString = 1, GetType = 2, Equals = 3, GetHashCode = 4, MemberwiseClone = 5",
        "(thing.ToString, thing.GetType, thing.Equals, thing.GetHashCode, thing.MemberwiseClone) == (1, 2, 3, 4, 5)");

    [Theory]
    [InlineData("Objects Create SaveAsync Fields All Ids Key Set Copy Clone Info Facts Relations Places Writer Reader Columns")]
    [InlineData("ThingQuery ThingTable ThingKeyExtensions Things Db")]
    [InlineData("Count Where Select OrderBy Prefetch Include First Single Any Take Skip Union Distinct In Like IsNull Set Sum Min Max")]
    public Task Generated_names_are_members(string names)
    {
        var list = names.Split(' ').Distinct().ToList();
        return ShapeTest.RoundTripAsync(
            string.Join("\n    ", list.Select(name => $"[Unique] public int {name} {{ get; set; }}")),
            string.Join(", ", list.Select((name, i) => $"{name} = {i + 1}")),
            string.Join(" && ", list.Select((name, i) => $"thing.{name} == {i + 1}")));
    }

    [Theory]
    [InlineData("ThingColumns")]
    [InlineData("ThingPrefetch")]
    [InlineData("ThingConflicts")]
    public void A_member_has_another_name_than_the_type_it_is_written_into(string name) => GeneratorTest.Run(
        $"[Model] public partial class Thing {{ public int Id {{ get; set; }} [Unique] public int {name} {{ get; set; }} }} [Database] public partial class Db;", "COV1015 " + name);

    [Theory]
    [InlineData("ThingColumns")]
    [InlineData("ThingPrefetch")]
    public void A_reverse_relation_has_another_name_than_the_type_it_is_written_into(string name) => GeneratorTest.Run(
        $"[Model] public partial class Thing {{ public int Id {{ get; set; }} [ForeignKey(RelatedName = \"{name}\")] public partial Thing? Parent {{ get; set; }} }} [Database] public partial class Db;",
        "COV1014 Parent");

    [Fact]
    public Task A_relation_may_be_called_like_another_ones_class() => ShapeTest.RunAsync(
        "[Model] public partial class User { public int Id { get; set; } [ForeignKey(RelatedName = \"A\")] public partial User? Boss { get; set; } [ForeignKey(RelatedName = \"ARelation\")] public partial User? BossRelation { get; set; } "
            + "[ForeignKey(RelatedName = \"BossLoaded\")] public partial User? Load { get; set; } [ManyToMany] public partial ManyToMany<User, UserQuery> Facts { get; } }",
        "await db.Users.InsertAsync(new()); Assert.Null((await db.Users.Include(u => u.Boss, u => u.BossRelation).SingleAsync()).BossRelation);");

    [Fact]
    public Task A_property_may_have_the_name_of_its_type() => ShapeTest.RoundTripAsync(
        "public Color Color { get; set; } public Guid Guid { get; set; } public String String { get; set; } = \"\";", "Color = Color.Red, String = \"s\"", "thing.Color == Color.Red && thing.String == \"s\"", "public enum Color { None, Red }");
}
