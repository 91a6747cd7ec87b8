using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Running;

/// <summary>Tests that compile models and a program, and run it on a database.</summary>
public abstract class ProgramRuns
{
    protected abstract Task<IDatabaseProvider> OpenAsync();

    protected async Task RunAsync(string models, string database, string statements) => await ProgramTest.RunAsync(models, database, statements, await OpenAsync());
}
