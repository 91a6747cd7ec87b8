using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>How instances are made, and what they inherit.</summary>
public sealed class ConstructionShapes
{
    [Theory]
    [InlineData("class User { private User() { } public User(string name) => Name = name; public int Id { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("class User(string name) { public User() : this(\"?\") { } public int Id { get; set; } public string Name { get => field ?? name; set; } }")]
    [InlineData("class User { protected User() { } public User(in string name, params int[] more) => Name = name; public User(string name, int age = 3) => Name = name; public int Id { get; set; } public string Name { get; set; } = \"\"; }")]
    [InlineData("class User { public User() { } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public User(string name) => Name = name; public int Id { get; set; } public required string Name { get; set; } }")]
    [InlineData("class User { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public User() => Name = \"?\"; [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public User(string name) : this() => Name = name; public int Id { get; set; } public required string Name { get; init; } }")]
    [InlineData("record User(int Id, string Name) { public User() : this(0, \"\") { } public User(string name) : this(0, name) { } public int Id { get; private set; } = Id; public string Name { get; init; } = Name; }")]
    [InlineData("record User(string Name) { public User() : this(\"\") { } public int Id { get; set; } }")]
    [InlineData("record class User { public User() { } public User(string name) => Name = name; public int Id { get; set; } public string Name { get; init; } = \"\"; }")]
    [InlineData("class User { static User() { } public User() { } public User(string name) => Name = name; public int Id { get; set; } public string Name { get; set; } = \"\"; }")]
    public Task A_model_has_a_parameterless_constructor_of_any_kind(string declaration) => ShapeTest.RunAsync(
        "[Model] public partial " + declaration,
        """
        await db.Users.InsertAsync(new User("Ann"));
        var user = await db.Users.SingleAsync();
        Assert.Equal((1, "Ann"), (user.Id, user.Name));
        """);

    [Theory]
    [InlineData("public partial class User { private User(string name) { } public int Id { get; set; } }")]
    [InlineData("public partial class User { public User(int a = 1) { } public User(string b = \"\") { } public int Id { get; set; } }")]
    [InlineData("public partial class User { public User(in int a) { } public int Id { get; set; } }")]
    [InlineData("public partial class User { public User(params int[] a) { } public int Id { get; set; } }")]
    [InlineData("public partial class User(int id) { public int Id { get; set; } = id; }")]
    [InlineData("public partial record User(int Id, string Name);")]
    public void A_model_without_a_parameterless_constructor_is_refused(string declaration) => GeneratorTest.Run("[Model] " + declaration, "COV1019 User");

    [Fact]
    public Task A_model_inherits_over_two_assemblies() => RunOverTwoAsync(
        """
        namespace Base;
        public abstract class Root<TKey> where TKey : struct { public TKey Id { get; set; } internal int Hidden { get; set; } protected int Kept { get; set; } private protected int Own { get; set; } public virtual string Kind { get; set; } = ""; }
        public abstract class Named : Root<long> { public string Name { get; protected set; } = ""; public required int Rank { get; init; } public abstract int Weight { get; set; } public string? Oblivious { get; internal set; } }
        """,
        """
        public abstract class Local : Base.Named { public override string Kind { get; set; } = "local"; public void Rename(string name) => Name = name; public int More { get; set; } }
        [Model] public sealed partial class User : Local { public override int Weight { get; set; } public new string More { get; set; } = "new"; }
        """,
        """
        var user = new User { Rank = 3, Weight = 4 };
        user.Rename("Ann");
        await db.Users.InsertAsync(user);
        var loaded = await db.Users.SingleAsync();
        Assert.Equal((1L, "Ann", 3, 4, "local", "new"), (loaded.Id, loaded.Name, loaded.Rank, loaded.Weight, loaded.Kind, loaded.More));
        """);

    [Fact]
    public Task A_class_may_have_the_full_name_of_one_elsewhere() => RunOverTwoAsync(
        "namespace Shop; public class User { public int Id { get; set; } } public class UserQuery { } public class UserColumns { } public class UserTable { } public class UserPrefetch { } public class Db { }",
        "#pragma warning disable CS0436\nnamespace Shop { [Model] public partial class User { public int Id { get; set; } [ForeignKey] public partial User? Boss { get; set; } } } namespace Mine { [Database] public partial class Db; }",
        "#pragma warning disable CS0436\nawait db.Users.InsertAsync(new Shop.User()); Assert.Null((await db.Users.Include(u => u.Boss).SingleAsync()).Boss);",
        "Mine.Db");

    [Theory]
    [InlineData("where T : class, IId<T>, new()", "Key")]
    [InlineData("where T : notnull", "string")]
    [InlineData("where T : unmanaged", "int")]
    [InlineData("where T : struct, Enum", "DayOfWeek")]
    [InlineData("where T : allows ref struct", "int")]
    [InlineData("where T : class?", "string?")]
    public Task A_base_class_may_constrain_what_it_is_made_of(string constraint, string argument) => ShapeTest.RunAsync(
        $$"""
        public interface IId<T>;
        public class Key : IId<Key>;
        public abstract class Holder<T> {{constraint}} { public int Id { get; set; } public int Size { get; init; } = 2; public void Take(T value) { } }
        [Model] public partial class User : Holder<{{argument}}>;
        """,
        "await db.Users.InsertAsync(new User { Size = 4 }); Assert.Equal(4, (await db.Users.SingleAsync()).Size);");

    [Fact]
    public void A_type_parameter_may_have_a_default_constraint() => GeneratorTest.Run(
        "public abstract class Holder { public int Id { get; set; } public virtual T? Echo<T>(T? value) => value; } "
            + "[Model] public partial class User : Holder { public override T? Echo<T>(T? value) where T : default => value; } [Database] public partial class Db;");

    private static async Task RunOverTwoAsync(string library, string models, string statements, string database = "Db") =>
        await ProgramTest.RunAsync(
            models.Contains("[Database]", StringComparison.Ordinal) ? models : models + " [Database] public partial class Db;", database, statements, await Running.SqliteDatabases.OpenAsync(), library);
}
