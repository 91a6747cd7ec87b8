using CsCheck;
using Xunit.Sdk;

namespace Covet.Differential.Tests;

/// <summary>Random queries give the same on SQLite, on PostgreSQL and in memory. The same ones in every run: a failure names its seed.</summary>
public sealed class DifferentialTests
{
    private const int Offices = 6;
    private const int QuestionsEach = 800;
    private const int ConditionsEach = 200;

    [SkippableFact]
    public async Task Databases_answer_as_memory_does()
    {
        int asked = 0;
        for (int office = 0; office < Offices; office++)
        {
            await using var databases = await OfficeDatabases.OpenAsync(Office.Of(office));
            asked += await SampleAsync(Questions.Any, office, QuestionsEach, databases.CompareAsync);
        }
        Assert.True(asked >= 2000, $"Only {asked} queries were asked.");
    }

    [SkippableFact]
    public async Task A_condition_and_its_negation_share_the_rows_out()
    {
        for (int office = 0; office < Offices; office++)
        {
            await using var databases = await OfficeDatabases.OpenAsync(Office.Of(office));
            await SampleAsync(Conditions.Of(3), office + 1000, ConditionsEach, databases.ShareOutAsync);
        }
    }

    /// <summary>Runs an assertion on generated values; one that fails is shrunk by CsCheck from its seed.</summary>
    private static async Task<int> SampleAsync<T>(Gen<T> gen, int stream, int count, Func<T, Task> assert)
    {
        for (int i = 0; i < count; i++)
        {
            var random = new PCG((uint)stream, (ulong)i);
            string seed = random.ToString();
            var value = gen.Generate(random, null, out _);
            try
            {
                await assert(value);
            }
            catch (Exception exception)
            {
                string smaller = await ShrunkAsync(gen, seed, assert);
                throw new XunitException($"Seed {seed}: {value}\n{exception.Message}\n{smaller}", exception);
            }
        }
        return count;
    }

    private static async Task<string> ShrunkAsync<T>(Gen<T> gen, string seed, Func<T, Task> assert)
    {
        try
        {
            await gen.SampleAsync(assert, seed: seed, iter: 300, threads: 1, print: value => $"{value}");
            return "It didn't fail again.";
        }
        catch (CsCheckException exception)
        {
            return exception.Message;
        }
    }
}
