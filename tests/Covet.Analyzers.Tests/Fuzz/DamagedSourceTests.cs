using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Covet.Analyzers.Diagnostics;
using Covet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests.Fuzz;

/// <summary>Whatever is wrong with the snippets of the guides, no analyzer and no suppressor throws or hangs.</summary>
public sealed class DamagedSourceTests
{
    private const int Cases = 1_500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task Damaged_sources_never_make_an_analyzer_fail()
    {
        var sources = Snippets().ToList();
        Assert.InRange(sources.Count, 100, 10_000);
        var failures = new ConcurrentBag<string>();
        var running = new ConcurrentDictionary<int, long>();
        var all = Task.Run(() => Parallel.ForAsync(0, Cases, async (seed, _) =>
        {
            running[seed] = Stopwatch.GetTimestamp();
            var (text, done) = Damaged(sources[seed % sources.Count], seed);
            var reported = await Sources.ReportAllAsync(Analyzers, text);
            if (reported.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } failure)
                failures.Add($"Seed {seed}: {done}\n{failure}\n{text}");
            running.TryRemove(seed, out long _);
        }));
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))) != all)
            Assert.DoesNotContain(running, one => Stopwatch.GetElapsedTime(one.Value) > Longest);
        await all;
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Cases}. {string.Join("\n\n", failures.OrderBy(failure => failure.Length).Take(5))}");
    }

    private static (string Text, string Done) Damaged(string source, int seed)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0);
        return Damage.Do(source, [.. tokens.Select(token => (token.SpanStart, token.Span.Length))], seed);
    }

    /// <summary>The bodies of the methods that run the guides' snippets.</summary>
    private static IEnumerable<string> Snippets()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Covet.Snippets.Tests"), "*Snippets*.cs").Order(StringComparer.Ordinal))
        {
            foreach (var method in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (method is { AttributeLists.Count: > 0, Body: { } body })
                    yield return Sources.InMethod(string.Concat(body.Statements.Select(statement => statement.ToFullString())).Replace("var db = Db;", "", StringComparison.Ordinal));
            }
        }
    }
}
