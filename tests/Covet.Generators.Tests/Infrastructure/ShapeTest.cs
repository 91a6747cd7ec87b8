using Covet.Generators.Tests.Running;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>What the tests of shapes ask of one: that it works, not only that it compiles.</summary>
internal static class ShapeTest
{
    /// <summary>Compiles models with their <c>Db</c> without a warning, and runs statements over its tables on SQLite in memory.</summary>
    public static async Task RunAsync(string models, string statements, string database = "Db") =>
        await ProgramTest.RunAsync(models.Contains("[Database]", StringComparison.Ordinal) ? models : models + "\n[Database] public partial class Db;", database, statements, await SqliteDatabases.OpenAsync());

    /// <summary>A model of these members, which takes a row there and back.</summary>
    public static Task RoundTripAsync(string members, string values, string test, string before = "") => RunAsync(
        $$"""
        {{before}}
        [Model]
        public partial class Thing
        {
            public int Id { get; set; }
            {{members}}
        }
        """,
        $$"""
        await db.Things.InsertAsync(new Thing { {{values}} });
        var thing = await db.Things.SingleAsync();
        Assert.True({{test}});
        """);
}
