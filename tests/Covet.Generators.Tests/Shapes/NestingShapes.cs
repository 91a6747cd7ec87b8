using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>Where a model is declared, and in how many parts.</summary>
public sealed class NestingShapes
{
    private const string Model = "[Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = \"\"; [ForeignKey] public partial User? Boss { get; set; } }";

    [Theory]
    [InlineData("partial class")]
    [InlineData("static partial class")]
    [InlineData("abstract partial class")]
    [InlineData("sealed partial class")]
    [InlineData("partial record")]
    [InlineData("partial record class")]
    [InlineData("partial record struct")]
    [InlineData("readonly partial record struct")]
    [InlineData("partial struct")]
    [InlineData("readonly partial struct")]
    [InlineData("ref partial struct")]
    [InlineData("partial interface")]
    public Task A_model_may_be_nested_in_a_partial(string outer) => ShapeTest.RunAsync(
        $"public {outer} Outer {{ {Model} }}",
        "await db.Users.InsertAsync(new Outer.User { Name = \"Ann\" }); Assert.Equal(\"Ann\", (await db.Users.Include(u => u.Boss).SingleAsync()).Name);");

    [Fact]
    public Task A_model_may_be_nested_twelve_deep()
    {
        var outers = Enumerable.Range(1, 12).Select(i => $"A{new string('x', 20)}{i}").ToList();
        return ShapeTest.RunAsync(
            string.Concat(outers.Select(outer => $"public partial class {outer} {{ ")) + Model + new string('}', 12),
            $"await db.Users.InsertAsync(new {string.Join(".", outers)}.User {{ Name = \"Ann\" }}); Assert.Equal(\"Ann\", (await db.Users.SingleAsync()).Name);");
    }

    [Fact]
    public void A_full_name_has_to_find_room_in_an_assembly() =>
        GeneratorTest.Run($"namespace {new string('n', 400)} {{ public partial class {new string('o', 100)} {{ {Model} }} }}", "COV1015 User");

    [Theory]
    [InlineData("public class Outer", "COV1002 User")]
    [InlineData("public partial class Outer<T>", "COV1003 User")]
    [InlineData("file partial class Outer", "COV1003 User")]
    public void A_model_may_not_be_nested_in(string outer, string expected) => GeneratorTest.Run($"{outer} {{ {Model} }}", expected);

    [Theory]
    [InlineData("private", false)]
    [InlineData("protected", false)]
    [InlineData("private protected", false)]
    [InlineData("protected internal", false)]
    [InlineData("internal", true)]
    public void A_nested_model_is_seen_by_the_whole_assembly(string accessibility, bool works) => GeneratorTest.Run(
        $"public partial class Outer {{ {Model.Replace("public partial class", accessibility + " partial class", StringComparison.Ordinal)} }} [Database] internal partial class Db;",
        works ? [] : ["COV1003 User"]);

    [Fact]
    public void A_model_may_have_five_parts() => GeneratorTest.RunAll(
        "public partial class User { public int Id { get; set; } }",
        "partial class User { public string Name { get; set; } = \"\"; }",
        "[Model] partial class User { }",
        "sealed partial class User { [ForeignKey] public partial User? Boss { get; set; } partial void OnSaving(SaveKind kind) { } }",
        "partial class User : IDisposable { public void Dispose() { } }",
        "[Database] public partial class Db;");

    [Theory]
    [InlineData("Model", "Model")]
    [InlineData("Model(Table = \"a\")", "Model(Table = \"b\")")]
    public void An_attribute_on_two_parts_is_an_error_of_the_compiler(string first, string second)
    {
        var run = GeneratorTest.RunUnchecked($"[{first}] public partial class User {{ public int Id {{ get; set; }} }}", $"[{second}] public partial class User {{ }}", "[Database] public partial class Db;");

        Assert.Empty(run.Reported);
        Assert.Single(run.Models);
        var error = Assert.Single(run.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.Equal(("CS0579", "Source1.cs"), (error.Id, error.Location.SourceTree!.FilePath));
    }

    [Theory]
    [InlineData("public readonly partial struct User { public int Id { get; init; } }")]
    [InlineData("public ref partial struct User { }")]
    [InlineData("public partial record struct User(int Id);")]
    [InlineData("public static partial class User { }")]
    [InlineData("public partial interface User { int Id { get; set; } }")]
    [InlineData("public abstract partial class User { public int Id { get; set; } }")]
    [InlineData("public partial class User<T> where T : class, new() { public int Id { get; set; } }")]
    public void A_model_is_an_ordinary_class(string declaration) => GeneratorTest.Run("[Model] " + declaration, "COV1003 User");

    [Theory]
    [InlineData("public enum User { }")]
    [InlineData("public delegate void User();")]
    public void What_is_no_class_is_refused_by_the_compiler(string declaration)
    {
        var run = GeneratorTest.RunUnchecked("[Model] " + declaration);

        Assert.Empty(run.Result.GeneratedTrees);
        Assert.Contains(run.Output.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0592");
    }

    [Fact]
    public void Models_may_follow_top_level_statements() =>
        ConfigurationShapes.AssertCompiles(new CompileSettings { IsProgram = true }, "Console.WriteLine(new User { Name = args.Length.ToString() }.Name);\n" + Model + " [Database] public partial class Db;");
}
