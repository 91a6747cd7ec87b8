using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>Each rule fires at the place to repair; <see cref="ShapeTests"/> proves that none fires on what is right.</summary>
public sealed partial class RuleTests
{
    private const string User = "[Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = \"\"; } ";

    [Fact]
    public void COV1001_fires_on_a_class_that_is_not_partial() =>
        GeneratorTest.Run("[Model] public class User { public int Id { get; set; } } [Database] public class Db;", "COV1001 User", "COV1001 Db");

    [Fact]
    public void COV1002_fires_on_a_class_in_one_that_is_not_partial() =>
        GeneratorTest.Run("public class Blog { [Model] public partial class User { public int Id { get; set; } } }", "COV1002 User");

    [Theory]
    [InlineData("public partial class User<T>")]
    [InlineData("public static partial class User")]
    [InlineData("public abstract partial class User")]
    [InlineData("public partial struct User")]
    [InlineData("file partial class User")]
    public void COV1003_fires_on_classes_that_can_be_no_model(string declaration) =>
        GeneratorTest.Run($"[Model] {declaration} {{ }}", "COV1003 User");

    [Theory]
    [InlineData("partial class Outer<T>", "public")]
    [InlineData("partial class Outer", "private")]
    [InlineData("partial class Outer", "protected")]
    public void COV1003_fires_on_nested_classes_that_can_be_no_model(string outer, string accessibility) =>
        GeneratorTest.Run($"public {outer} {{ [Model] {accessibility} partial class User {{ public int Id {{ get; set; }} }} }}", "COV1003 User");

    [Fact]
    public void COV1004_fires_on_a_model_without_a_key() =>
        GeneratorTest.Run("[Model] public partial class User { public string Name { get; set; } = \"\"; }", "COV1004 User");

    [Theory]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("nint")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("(int A, string B)")]
    [InlineData("List<string>")]
    [InlineData("byte[,]")]
    [InlineData("Missing")]
    [InlineData("User")]
    [InlineData("List<User>")]
    [InlineData("User[]")]
    public void COV1005_fires_on_types_that_are_no_column(string type) =>
        GeneratorTest.Run($"[Model] public partial class User {{ public int Id {{ get; set; }} public {type} Odd {{ get; set; }} = default!; }}", "COV1005 Odd");

    [Fact]
    public void COV1005_fires_on_a_converter_for_another_type() => GeneratorTest.Run(
        """
        public readonly record struct Money(decimal Amount);
        public sealed class Wrong : IValueConverter<int, int> { public static int ToStored(int value) => value; public static int FromStored(int value) => value; }
        [Model] public partial class Order { public int Id { get; set; } [Converter<Wrong>] public Money Total { get; set; } }
        """,
        "COV1005 Total");

    [Fact]
    public void COV1006_fires_on_a_relation_to_something_else() => GeneratorTest.Run(
        "public class Address { } [Model] public partial class User { public int Id { get; set; } [ForeignKey] public partial Address Home { get; set; } [ForeignKey] public partial string Text { get; set; } }",
        "COV1006 Home",
        "COV1006 Text");

    [Fact]
    public void COV1007_fires_on_the_second_relation_of_one_reverse_name() => GeneratorTest.Run(
        User + "[Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial User Author { get; set; } [ForeignKey] public partial User? Editor { get; set; } }",
        "COV1007 Editor");

    [Fact]
    public void COV1008_fires_on_a_relation_that_is_not_partial_or_has_a_body() => GeneratorTest.Run(
        User + """
            [Model] public partial class Post
            {
                public int Id { get; set; }
                [ForeignKey] public User Author { get; set; } = null!;
                [ForeignKey] public partial User Editor { get; set; }
                public partial User Editor { get => null!; set { } }
            }
            """,
        "COV1008 Author",
        "COV1008 Editor");

    [Fact]
    public void COV1009_fires_on_a_relation_of_an_unknown_type() => GeneratorTest.Run(
        "[Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial Usr Author { get; set; } [ManyToMany] public partial ManyToMany<Tg, TagQuery> Tags { get; } }",
        "COV1009 Author",
        "COV1009 Tags");

    [Theory]
    [InlineData("")]
    [InlineData("[ForeignKey(RelatedName = \"A\")] public partial Tag First { get; set; } [ForeignKey(RelatedName = \"B\")] public partial Tag Second { get; set; }")]
    public void COV1010_fires_on_a_model_in_between_that_does_not_join(string toTag) => GeneratorTest.Run(
        $$"""
        [Model] public partial class Tag { public int Id { get; set; } }
        [Model] public partial class PostTag { public int Id { get; set; } [ForeignKey] public partial Post Post { get; set; } {{toTag}} }
        [Model] public partial class Post { public int Id { get; set; } [ManyToMany] public partial ManyToMany<Tag, TagQuery, PostTag> Tags { get; } }
        """,
        "COV1010 Tags");

    [Theory]
    [InlineData("public string UserId { get; set; } = \"\"; public string UserID { get; set; } = \"\";", "UserID")]
    [InlineData("[Column(\"NAME\")] public string First { get; set; } = \"\"; public string Name { get; set; } = \"\";", "Name")]
    public void COV1011_fires_on_columns_that_fold_to_one(string properties, string at) =>
        GeneratorTest.Run($"[Model] public partial class User {{ public int Id {{ get; set; }} {properties} }}", "COV1011 " + at);

    [Fact]
    public void COV1012_fires_on_tables_that_fold_to_one() => GeneratorTest.Run(
        """
        namespace Shop { [Model] public partial class Item { public int Id { get; set; } } }
        namespace Stock { [Model(Table = "ITEMS")] public partial class Part { public int Id { get; set; } } }
        """,
        "COV1012 Part");

    [Fact]
    public void COV1013_fires_on_set_null_where_null_is_not_allowed() => GeneratorTest.Run(
        User + "[Model] public partial class Post { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.SetNull)] public partial User Author { get; set; } }",
        "COV1013 Author");

    [Fact]
    public void COV1014_fires_on_a_key_property_that_exists() => GeneratorTest.Run(
        User + "[Model] public partial class Post { public int Id { get; set; } public int AuthorId { get; set; } [ForeignKey] public partial User Author { get; set; } }",
        "COV1014 Author");

    [Fact]
    public void COV1014_fires_on_a_reverse_name_that_exists() => GeneratorTest.Run(
        User + "[Model] public partial class Post { public int Id { get; set; } [ForeignKey(RelatedName = \"Name\")] public partial User Author { get; set; } }",
        "COV1014 Author");

    [Theory]
    [InlineData("OneToOne(RelatedName = \"Post\")", "public partial class User { public void LoadPostAsync() { } }")]
    [InlineData("ForeignKey", "public partial class Post { public void LoadAuthorAsync() { } }")]
    public void COV1014_fires_on_a_load_method_that_exists(string attribute, string part) => GeneratorTest.Run(
        User + $"[Model] public partial class Post {{ public int Id {{ get; set; }} [{attribute}] public partial User Author {{ get; set; }} }} {part}", "COV1014 Author");

    [Theory]
    [InlineData("ModelFacts", "ModelFacts")]
    [InlineData("ModelConflicts", "ModelConflicts")]
    [InlineData("ReloadAsync", "ReloadAsync")]
    [InlineData("KeyColumns", "KeyColumns")]
    public void COV1014_fires_on_names_of_what_every_model_has(string property, string at) =>
        GeneratorTest.Run($"[Model] public partial class User {{ public int Id {{ get; set; }} public int {property} {{ get; set; }} }}", "COV1014 " + at);

    [Fact]
    public void COV1014_fires_on_a_table_property_that_exists() => GeneratorTest.Run(
        User + "[Database] public partial class Db { public int Users => 1; }",
        "COV1014 User");

    [Theory]
    [InlineData("SnapshotRead", "")]
    [InlineData("SchemaFact", "")]
    [InlineData("Plan", "(Plural = \"Schema\")")]
    public void COV1014_fires_on_a_table_property_that_every_database_has(string model, string arguments) => GeneratorTest.Run(
        $"[Model{arguments}] public partial class {model} {{ public int Id {{ get; set; }} }} [Database] public partial class Db;",
        "COV1014 " + model);

    [Theory]
    [InlineData("")]
    [InlineData("a\\0b")]
    [InlineData("a\\u200Bb")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void COV1015_fires_on_names_that_are_none(string name) => GeneratorTest.Run(
        $"[Model(Table = \"{name}\")] public partial class User {{ public int Id {{ get; set; }} [Column(\"{name}\")] public int Age {{ get; set; }} }}",
        "COV1015 User",
        "COV1015 Age");

    [Fact]
    public void COV1016_fires_on_relations_of_the_wrong_form() => GeneratorTest.Run(
        User + """
            [Model] public partial class Post
            {
                public int Id { get; set; }
                [ForeignKey] public partial User Author { get; }
                [ManyToMany] public partial List<User> Readers { get; }
                [ForeignKey(Column = "a, b", RelatedName = "+")] public partial User Editor { get; set; }
                [ForeignKey(RelatedName = "my posts")] public partial User Owner { get; set; }
            }
            """,
        "COV1016 Author",
        "COV1016 Editor",
        "COV1016 Owner",
        "COV1016 Readers");

    [Fact]
    public void COV1017_fires_on_names_of_nothing() => GeneratorTest.Run(
        User + """
            [Model, Index("Titel")] public partial class Post
            {
                public int Id { get; set; }
                [ForeignKey(To = "Name")] public partial User Author { get; set; }
                [Into("Nope")] public partial IReadOnlyList<User> Fans { get; }
            }
            """,
        "COV1017 Author",
        "COV1017 Fans",
        "COV1017 Post");

    [Fact]
    public void COV1018_fires_on_a_model_derived_from_a_model() =>
        GeneratorTest.Run(User + "[Model] public partial class Admin : User { }", "COV1018 Admin");

    [Fact]
    public void COV1018_fires_on_a_base_class_with_relations() => GeneratorTest.Run(
        User + "public abstract partial class Owned { public int Id { get; set; } [ForeignKey] public partial User Owner { get; set; } } [Model] public partial class Post : Owned { }",
        "COV1018 Post");

    [Fact]
    public void COV1019_fires_on_a_class_that_cannot_be_constructed() => GeneratorTest.Run(
        "[Model] public partial class User(string name) { public int Id { get; set; } public string Name { get; set; } = name; }",
        "COV1019 User");

    [Theory]
    [InlineData("[Key] public string? Code { get; set; }")]
    [InlineData("[Key, Json] public string Code { get; set; } = \"\";")]
    [InlineData("[Key] public int[] Code { get; set; } = [];")]
    [InlineData("[Key] public int Code { get; init; }")]
    [InlineData("[Key] public byte[] Code { get; set; } = [];")]
    [InlineData("[Key] public int A { get; set; } [Key] public int B { get; set; } [Key] public int C { get; set; } [Key] public int Code { get; set; }")]
    public void COV1020_fires_on_keys_that_are_none(string key) => GeneratorTest.Run($"[Model] public partial class Country {{ {key} }}", "COV1020 Code");

    [Theory]
    [InlineData("string Nme", "Nme")]
    [InlineData("string Id", "Id")]
    [InlineData("string BossName", "BossName")]
    [InlineData("string UsersCount", "UsersCount")]
    public void COV1021_fires_on_members_that_nothing_fills(string member, string at) => GeneratorTest.Run(
        User.Replace("{ get; set; } = \"\";", "{ get; set; } = \"\"; [ForeignKey] public partial User? Boss { get; set; }", StringComparison.Ordinal)
            + $"[Projection<User>] public partial record Card({member});",
        "COV1021 " + at);

    [Fact]
    public void COV1022_fires_on_a_projection_of_no_model() =>
        GeneratorTest.Run("public class Draft { } [Projection<Draft>] public partial record Card(int Id);", "COV1022 Card");

    [Theory]
    [InlineData("[Version] public short Odd { get; set; }")]
    [InlineData("[Version] public int? Odd { get; set; }")]
    [InlineData("[Version] public Level Odd { get; set; }")]
    [InlineData("[Version] public int Odd => 1;")]
    [InlineData("[Version] public static int Odd { get; set; }")]
    [InlineData("[Version] private int Odd { get; set; }")]
    [InlineData("[Version, Key] public long Odd { get; set; }")]
    [InlineData("[Version, Column(\"rev\")] public uint Odd { get; set; }")]
    [InlineData("[Version, Index] public uint Odd { get; set; }")]
    [InlineData("[Version] public int First { get; set; } [Version] public long Odd { get; set; }")]
    [InlineData("[CreatedAt] public DateTime Odd { get; set; }")]
    [InlineData("[CreatedAt] public string Odd { get; set; } = \"\";")]
    [InlineData("[UpdatedAt] public DateTime? Odd { get; set; }")]
    [InlineData("[UpdatedAt] public DateTimeOffset First { get; set; } [UpdatedAt] public DateTimeOffset Odd { get; set; }")]
    [InlineData("[CreatedAt, UpdatedAt] public DateTimeOffset Odd { get; set; }")]
    [InlineData("[Version, ForeignKey] public partial User? Odd { get; set; }")]
    public void COV1023_fires_on_what_cannot_be_a_version_or_a_time(string member) =>
        GeneratorTest.Run($"public enum Level {{ Low }} [Model] public partial class User {{ [Key] public int Id {{ get; set; }} {member} }}", "COV1023 Odd");

    [Fact]
    public void COV1023_fires_on_a_version_that_is_the_key_by_its_name() =>
        GeneratorTest.Run("[Model] public partial class User { [Version] public int Id { get; set; } }", "COV1023 Id");

    [Theory]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault)] public partial User Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = \"x\")] public partial User? Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = 1.5)] public partial User Odd { get; set; }")]
    [InlineData("[OneToOne(OnDelete = OnDelete.SetDefault, Default = true)] public partial User Odd { get; set; }")]
    [InlineData("[ForeignKey(Default = 1)] public partial User Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = 1)] public partial Word Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = \"a\\nb\")] public partial Word Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = \"no guid\")] public partial Card Odd { get; set; }")]
    [InlineData("[ForeignKey(OnDelete = OnDelete.SetDefault, Default = 1)] public partial Pair Odd { get; set; }")]
    public void COV1024_fires_on_defaults_that_no_key_has(string member) => GeneratorTest.Run(
        User + "[Model] public partial class Word { [Key] public string Text { get; set; } = \"\"; } [Model] public partial class Card { public Guid Id { get; set; } } "
            + "[Model] public partial class Pair { [Key] public int A { get; set; } [Key] public int B { get; set; } } "
            + $"[Model] public partial class Post {{ public int Id {{ get; set; }} {member} }}",
        "COV1024 Odd");

    [Fact]
    public void COV1099_does_not_fire_on_half_written_code()
    {
        var whole = Blog.Source;
        for (var length = 20; length < whole.Length; length += 37)
            Assert.DoesNotContain(GeneratorTest.RunUnchecked(whole[..length]).Diagnostics, diagnostic => diagnostic.Id == "COV1099");
    }

    [Fact]
    public void A_bad_model_costs_no_other_its_code()
    {
        var run = GeneratorTest.Run(
            User + "[Model] public partial class Bad { } [Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial Bad Bad { get; set; } [ForeignKey] public partial User Author { get; set; } }",
            "COV1004 Bad");

        Assert.Equal(["Post", "User"], run.Models.Select(model => model.Type.Name));
        Assert.Equal("Author", Assert.Single(run.Model("Post").References).Property.Name);
    }
}
