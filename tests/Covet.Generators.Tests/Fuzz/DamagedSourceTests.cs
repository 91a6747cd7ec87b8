using System.Collections.Concurrent;
using System.Diagnostics;
using Covet.Generators.Tests.Infrastructure;
using Covet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Fuzz;

/// <summary>Code is broken most of the time that it is written: whatever is wrong with it, the generator neither throws nor hangs.</summary>
public sealed class DamagedSourceTests
{
    private const int Cases = 5_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Damaged_sources_never_make_the_generator_fail()
    {
        var programs = Programs().ToList();
        var failures = new ConcurrentBag<string>();
        var running = new ConcurrentDictionary<int, long>();
        var all = Task.Run(() => Parallel.For(0, Cases, seed =>
        {
            running[seed] = Stopwatch.GetTimestamp();
            if (programs[seed % programs.Count].Fail(seed) is { } failure)
                failures.Add(failure);
            running.TryRemove(seed, out _);
        }));
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))) != all)
            Assert.DoesNotContain(running, one => Stopwatch.GetElapsedTime(one.Value) > Longest);
        await all;
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Cases}. {string.Join("\n\n", failures.OrderBy(failure => failure.Length).Take(5))}");
    }

    [Fact]
    public void A_run_that_is_cancelled_is_cancelled_and_nothing_else()
    {
        var compilation = GeneratorTest.Compile(Blog.Source);
        for (int i = 0; i < 200; i++)
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMicroseconds(i * 100));
            try
            {
                var run = GeneratorTest.CreateDriver().RunGenerators(compilation.Clone(), cancellation.Token).GetRunResult();
                Assert.Null(run.Results[0].Exception);
                Assert.Empty(run.Diagnostics);
            }
            catch (OperationCanceledException exception)
            {
                Assert.Equal(cancellation.Token, exception.CancellationToken);
            }
        }
    }

    private static IEnumerable<Program> Programs()
    {
        yield return Program.Of("the models of the product page", Blog.Source);
        foreach (var (name, source) in Zoo.Shapes)
            yield return Program.Of(name, source);
        string[] folders = ["tests/Covet.Blog", "tests/Covet.Zoo", "samples/BlogApp", "samples/MusicStore"];
        foreach (var folder in folders)
        {
            var files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs").Order(StringComparer.Ordinal);
            yield return Program.Of(folder, [.. files.Select(File.ReadAllText)]);
        }
    }

    /// <summary>A program whose generator has run: each damage is an edit of one of its files.</summary>
    private sealed class Program(string name, CSharpCompilation compilation, GeneratorDriver driver)
    {
        private readonly (SyntaxTree Tree, string Text, (int Start, int Length)[] Tokens)[] _files =
        [
            .. compilation.SyntaxTrees.Select(tree => (tree, tree.ToString(), tree.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).Select(token => (token.SpanStart, token.Span.Length)).ToArray())),
        ];

        public static Program Of(string name, params string[] sources)
        {
            var compilation = GeneratorTest.Compile(sources);
            return new Program(name, compilation, GeneratorTest.CreateDriver().RunGenerators(compilation));
        }

        /// <summary>Damages a file and runs the generator over it; says what went wrong.</summary>
        public string? Fail(int seed)
        {
            var (tree, text, tokens) = _files[seed / 7 % _files.Length];
            var (damaged, done) = Damage.Do(text, tokens, seed);
            var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(damaged, GeneratorTest.ParseOptions, tree.FilePath));
            var result = driver.RunGenerators(edited).GetRunResult();
            var exception = result.Results[0].Exception;
            var failed = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id is "COV1099" or "CS8785");
            return exception is null && failed is null ? null : $"Seed {seed}, {name}, {Path.GetFileName(tree.FilePath)}: {done}\n{exception}{failed}\n{damaged}";
        }
    }
}
