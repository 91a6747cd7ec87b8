using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>How models lead to each other.</summary>
public sealed class RelationShapes
{
    [Fact]
    public Task Models_may_lead_to_each_other() => ShapeTest.RunAsync(
        """
        [Model] public partial class A { public int Id { get; set; } [ForeignKey(RelatedName = "Ofs")] public partial B? B { get; set; } }
        [Model] public partial class B { public int Id { get; set; } [ForeignKey(RelatedName = "Ofs")] public partial A A { get; set; } }
        """,
        """
        var a = new A();
        await db.As.InsertAsync(a);
        var b = new B { A = a };
        await db.Bs.InsertAsync(b);
        a.B = b;
        await db.As.UpdateAsync(a);
        var loaded = await db.As.Prefetch(x => x.B.Prefetch(y => y.A), x => x.Ofs).SingleAsync();
        Assert.Equal((1, 1), (loaded.B!.A.Id, loaded.Ofs.All()[0].Id));
        Assert.Equal(1, await db.As.Where(x => x.B.A.B.A.Id == 1).CountAsync());
        """);

    [Fact]
    public void One_row_each_on_both_sides_required_is_a_circle() => GeneratorTest.Run(
        "[Model] public partial class A { public int Id { get; set; } [OneToOne(RelatedName = \"OfB\")] public partial B B { get; set; } } [Model] public partial class B { public int Id { get; set; } [OneToOne(RelatedName = \"OfA\")] public partial A A { get; set; } } [Database] public partial class Db;",
        "COV1028 B");

    [Fact]
    public Task Cascades_may_meet_again() => ShapeTest.RunAsync(
        """
        [Model] public partial class Root { public int Id { get; set; } }
        [Model] public partial class Left { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Root Root { get; set; } }
        [Model] public partial class Right { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Root Root { get; set; } }
        [Model] public partial class Leaf { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Left Left { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Right Right { get; set; } }
        """,
        """
        var root = new Root();
        await db.Roots.InsertAsync(root);
        var (left, right) = (new Left { Root = root }, new Right { Root = root });
        await db.Lefts.InsertAsync(left);
        await db.Rights.InsertAsync(right);
        await db.Leaves.InsertAsync(new Leaf { Left = left, Right = right });
        await db.Roots.DeleteAsync(root);
        Assert.Equal(0, await db.Leaves.CountAsync());
        """);

    [Theory]
    [InlineData("string", "COV1006 Odd")]
    [InlineData("int", "COV1006 Odd")]
    [InlineData("int?", "COV1006 Odd")]
    [InlineData("int[]", "COV1006 Odd")]
    [InlineData("(int, int)", "COV1006 Odd")]
    [InlineData("dynamic", "COV1006 Odd")]
    [InlineData("Plain", "COV1006 Odd")]
    [InlineData("IPlain", "COV1006 Odd")]
    [InlineData("List<User>", "COV1006 Odd")]
    [InlineData("User[]", "COV1006 Odd")]
    [InlineData("Missing", "COV1009 Odd")]
    [InlineData("Missing<User>", "COV1009 Odd")]
    [InlineData("UserQuery", "COV1009 Odd")]
    [InlineData("List<>", "COV1006 Odd")]
    public void A_relation_leads_to_a_model(string type, string expected) => GeneratorTest.Run(
        $"public class Plain; public interface IPlain; [Model] public partial class User {{ public int Id {{ get; set; }} [ForeignKey] public partial {type} Odd {{ get; set; }} }} [Database] public partial class Db;", expected);

    [Theory]
    [InlineData("[ForeignKey] public partial User Odd { get; }", "COV1016")]
    [InlineData("[ForeignKey] public partial User Odd { set; }", "COV1016")]
    [InlineData("[ForeignKey] public User Odd { get; set; }", "COV1008")]
    [InlineData("[ForeignKey] public static partial User Odd { get; set; }", "COV1016")]
    [InlineData("[ForeignKey, OneToOne] public partial User Odd { get; set; }", "COV1016")]
    [InlineData("[ForeignKey, ManyToMany] public partial User Odd { get; set; }", "COV1016")]
    [InlineData("[ForeignKey] public partial User this[int Odd] { get; set; }", "COV1008")]
    [InlineData("[ForeignKey] public abstract User Odd { get; set; }", "COV1008")]
    [InlineData("[ForeignKey] public virtual partial User? Odd { get; set; }", "")]
    [InlineData("[ForeignKey] internal partial User? Odd { get; private set; }", "")]
    [InlineData("[ForeignKey] public partial User? Odd { get; protected internal set; }", "")]
    [InlineData("[ForeignKey] private partial User? Odd { get; set; }", "")]
    [InlineData("[ForeignKey] protected partial User? Odd { private get; set; }", "")]
    [InlineData("[ForeignKey] public new partial User? Odd { get; set; }", "")]
    public void A_relation_has_a_getter_and_a_setter(string property, string id)
    {
        var run = GeneratorTest.RunUnchecked($"public class Base {{ public object? Odd; }} [Model] public partial class User : Base {{ public int Id {{ get; set; }} {property} }} [Database] public partial class Db;");

        Assert.Equal(id.Length == 0 ? [] : [id], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        run.AssertIsFaultless();
    }

    [Fact]
    public void Relations_of_one_target_need_names()
    {
        var run = GeneratorTest.Run(
            "[Model] public partial class User { public int Id { get; set; } } [Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial User Author { get; set; } [ForeignKey] public partial User? Editor { get; set; } [ManyToMany] public partial ManyToMany<User, UserQuery> Readers { get; } } [Database] public partial class Db;",
            "COV1007 Editor", "COV1007 Readers");

        Assert.All(run.Diagnostics, diagnostic => Assert.Contains("RelatedName = \"", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
