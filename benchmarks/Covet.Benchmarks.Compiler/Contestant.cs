using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Compiler;

/// <summary>A generator over a solution: what it costs from nothing, and after an edit.</summary>
internal sealed class Contestant(string name, Func<ISourceGenerator> create, Func<int, Solution> solutionOf)
{
    private Solution _solution = null!;
    private GeneratorDriver _driver = null!;

    public string Name => name;

    /// <summary>Runs over so many classes and keeps that for edits.</summary>
    public Cost Start(int classes)
    {
        _solution = solutionOf(classes);
        _driver = Driver(false);
        var cost = Measure(() => _driver = _driver.RunGenerators(_solution.Compilation));
        var failure = _driver.GetRunResult().Results[0];
        return failure.Exception is null && failure.Diagnostics.IsEmpty
            ? cost
            : throw new InvalidOperationException($"{name}: {failure.Exception}{failure.Diagnostics.FirstOrDefault()}");
    }

    /// <summary>Runs again after an edit; what it remembers of it is thrown away.</summary>
    public Cost Rerun(Edit edit, int round)
    {
        var edited = _solution.After(edit, round);
        return Measure(() => _driver.RunGenerators(edited));
    }

    /// <summary>How many files an edit gives anew, of how many.</summary>
    public (int Anew, int All) Emitted(Edit edit)
    {
        var before = Driver(true).RunGenerators(_solution.Compilation);
        var outputs = before.RunGenerators(_solution.After(edit, 999)).GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).ToList();
        return (outputs.Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)), outputs.Count);
    }

    /// <summary>The whole solution, generated code included.</summary>
    public Compilation Whole()
    {
        _driver.RunGeneratorsAndUpdateCompilation(_solution.Compilation, out var whole, out _);
        return whole;
    }

    private CSharpGeneratorDriver Driver(bool isTracked) => CSharpGeneratorDriver.Create(
        [create()],
        parseOptions: (CSharpParseOptions)_solution.Compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));

    private static Cost Measure(Action run)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        run();
        return new Cost(Stopwatch.GetElapsedTime(started).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}

/// <summary>What a run took.</summary>
internal readonly record struct Cost(double Milliseconds, long Bytes)
{
    public static Cost Median(IEnumerable<Cost> costs)
    {
        Cost[] all = [.. costs];
        return new Cost(all.Select(cost => cost.Milliseconds).Order().ElementAt(all.Length / 2), all.Select(cost => cost.Bytes).Order().ElementAt(all.Length / 2));
    }
}
