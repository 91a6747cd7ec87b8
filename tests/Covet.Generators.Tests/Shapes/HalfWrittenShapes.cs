using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>Code on its way: the compiler reports it, Covet neither falls nor takes the other models along.</summary>
public sealed class HalfWrittenShapes
{
    [Theory]
    [InlineData("[Model(")]
    [InlineData("[Model")]
    [InlineData("[Model] public")]
    [InlineData("[Model] public partial class")]
    [InlineData("[Model] public partial class {")]
    [InlineData("[Model] public partial class { public int Id { get; set; } [ForeignKey] public partial Missing? Parent { get; set; } }")]
    [InlineData("public partial class { [Model] public partial class Half { public int Id { get; set; } } }")]
    [InlineData("[Model] public partial class Half")]
    [InlineData("[Model] public partial class Half {")]
    [InlineData("[Model] public partial class Half { public int")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public int")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public int }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public string Name { get; set } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public Name { get; set; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? Parent }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? Parent { }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? Parent; }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? Parent { get; set; } [ForeignKey] public partial Half? Parent { get; set; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ForeignKey] public partial Half? Parent { get; set; } public partial Half? Parent { get; set; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ManyToMany] public partial ManyToMany< Others { get; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ManyToMany] public partial ManyToMany<Half> Others { get; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ManyToMany] public partial ManyToMany<Half,> Others { get; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [ManyToMany] public partial ManyToMany<,> Others { get; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } [Into(] public partial IReadOnlyList< Others { get; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public int Id { get; set; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } public void Id() { } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } } [Model] public partial class Half { public int Id { get; set; } }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } } [Model] public partial record Half { }")]
    [InlineData("[Model] public partial class Half { public int Id { get; set; } } [Model] public class Half { }")]
    [InlineData("[Model] public partial class Half : Half { public int Id { get; set; } }")]
    [InlineData("[Model] public partial class Half : Missing<int> { public int Id { get; set; } }")]
    [InlineData("[Model] public partial class Half : Other { }")]
    [InlineData("[Model, Model] public partial class Half { public int Id { get; set; } }")]
    [InlineData("[Model] [Database] public partial class Half { public int Id { get; set; } }")]
    [InlineData("[Model] [Projection<Other>] public partial class Half { public int Id { get; set; } }")]
    [InlineData("[Projection<] public partial record Half(int Id);")]
    [InlineData("[Projection<>] public partial record Half(int Id);")]
    [InlineData("[Projection<int>] public partial record Half(int Id);")]
    [InlineData("[Projection<Other[]>] public partial record Half(int Id);")]
    [InlineData("[Projection<Other>] public partial record Half(int")]
    [InlineData("[Projection<Other>] public partial record Half(int Id, int Id);")]
    [InlineData("[Projection<Other>] public partial record Half(Missing Id, Id);")]
    [InlineData("[Projection<Other>, Projection<Half>] public partial record Half(int Id);")]
    [InlineData("[Database(] public partial class Half")]
    [InlineData("[Database] public partial struct Half { }")]
    [InlineData("namespace { [Model] public partial class Half { public int Id { get; set; } } }")]
    [InlineData("namespace A. { [Model] public partial class Half { public int Id { get; set; } } }")]
    [InlineData("[Model] public partial class 1Half { public int Id { get; set; } }")]
    public void Half_written_code_costs_no_other_model(string source)
    {
        var run = GeneratorTest.RunUnchecked(source, "[Model] public partial class Other { public int Id { get; set; } public string Name { get; set; } = \"\"; }", "[Database] public partial class OtherDb;");

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "COV1099");
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("Source0.cs", diagnostic.Location.SourceTree?.FilePath));
        Assert.Contains(run.Models, model => model.Type.Name == "Other");
        Assert.Contains(run.Databases, database => database.Type.Name == "OtherDb" && database.Sets.Any(set => set.Name == "Others"));
    }
}
