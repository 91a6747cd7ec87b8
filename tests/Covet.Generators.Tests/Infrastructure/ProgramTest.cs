using System.Reflection;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>Compiles models together with a program that uses them, and runs it.</summary>
internal static class ProgramTest
{
    /// <summary>Runs statements over <c>db</c>, a new database of the models with its tables. <paramref name="database"/> is its class.</summary>
    public static async Task RunAsync(string models, string database, string statements, IDatabaseProvider provider)
    {
        var run = GeneratorTest.RunAll(models, $$"""
            using Xunit;
            public static class TestProgram
            {
                public static async Task RunAsync(IDatabaseProvider provider)
                {
                    await using var db = new {{database}}(provider);
                    await db.Schema.CreateAsync();
                    await db.Schema.CreateAsync();
            #line 1 "statements"
                    {{statements}}
                }
            }
            """);
        using var image = new MemoryStream();
        var result = run.Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        var program = Assembly.Load(image.ToArray()).GetType("TestProgram")!;
        await (Task)program.GetMethod("RunAsync")!.Invoke(null, [provider])!;
    }
}
