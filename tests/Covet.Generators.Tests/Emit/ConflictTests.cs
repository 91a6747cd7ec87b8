using Covet.Generators.Model;
using Covet.Generators.Tests.Infrastructure;
using static Covet.Generators.Tests.Graph.Specs;

namespace Covet.Generators.Tests.Emit;

/// <summary>What an upsert can name.</summary>
public sealed class ConflictTests
{
    [Theory]
    [InlineData("t => t.Id")]
    [InlineData("t => t.Name")]
    [InlineData("t => t.YearAndNumber")]
    [InlineData("conflict: t => t.Name")]
    [InlineData("t => t.Title", "CS0619")]
    [InlineData("t => t.Nothing", "CS1061")]
    [InlineData("t => t.Year", "CS0619")]
    [InlineData("t => (t.Id, t.Name)", "CS1662", "CS0029")]
    [InlineData("t => new OtherConflicts().Id", "CS1662", "CS0029")]
    [InlineData("", "CS7036")]
    public void What_is_not_unique_does_not_compile(string conflict, params string[] errors)
    {
        var arguments = conflict.Length == 0 ? "" : ", " + conflict;
        var run = GeneratorTest.RunUnchecked(
            """
            [Model, Unique("Year", "Number")] public partial class Tag { public int Id { get; set; } [Unique] public string Name { get; set; } = ""; public string Title { get; set; } = ""; public int Year { get; set; } public int Number { get; set; } }
            [Model] public partial class Other { public int Id { get; set; } }
            [Database] public partial class Db;
            """,
            $$"""public static class Program { public static Task Run(Db db) => db.Tags.UpsertAsync(new Tag(){{arguments}}); }""");

        var reported = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id);
        Assert.Equal(errors.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_key_comes_first_and_each_set_of_columns_once()
    {
        var result = Plan(
            Class("User", Column("Id")),
            Class(
                "Card",
                Column("Number", isKey: true),
                Column("Year", isKey: true),
                Column("Code"),
                Reference("Owner", "User", isOneToOne: true),
                new IndexSpec(new(["Number", "Year"]), null, IsUnique: true, IsConstraint: true, null),
                new IndexSpec(new(["Code"]), null, IsUnique: true, IsConstraint: false, "Code"),
                new IndexSpec(new(["Year"]), null, IsUnique: false, IsConstraint: false, "Year"),
                new IndexSpec(new(["Owner"]), null, IsUnique: true, IsConstraint: true, "Owner"),
                new IndexSpec(new(["Code", "Nope"]), null, IsUnique: true, IsConstraint: true, null)));

        var conflicts = result.Models.Single(model => model.Type.Name == "Card").Conflicts;
        Assert.Equal(["NumberAndYear", "Code", "OwnerId"], conflicts.Select(conflict => conflict.Name));
    }

    [Fact]
    public void Two_targets_of_one_name_are_told_apart()
    {
        var result = Plan(Class(
            "Card",
            Column("Id"),
            Column("A"),
            Column("B"),
            Column("AAndB"),
            new IndexSpec(new(["AAndB"]), null, IsUnique: true, IsConstraint: true, "AAndB"),
            new IndexSpec(new(["A", "B"]), null, IsUnique: true, IsConstraint: true, null)));

        Assert.Equal(["Id", "AAndB", "AAndB_"], Assert.Single(result.Models).Conflicts.Select(conflict => conflict.Name));
    }
}
