using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Bench.Compiler;
using Covet.Analyzers;
using Covet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

// What Covet's generator and analyzers cost in the IDE, beside the generator of System.Text.Json over as many classes, in one run.
//   dotnet run -c Release --project benchmarks/Covet.Benchmarks.Compiler
const int Rounds = 7;
const int ColdRounds = 2;
int[] sizes = [250, 500, 1_000, 2_000, 4_000];
const int Edited = 1_000;

Contestant[] contestants =
[
    new("Covet", static () => new CovetGenerator().AsSourceGenerator(), Solution.OfModels),
    new("System.Text.Json", JsonGenerator, Solution.OfJson),
];
foreach (var contestant in contestants)
    contestant.Start(sizes[0]);

var cold = new Dictionary<(string Name, int Size), List<Cost>>();
for (int round = 0; round < ColdRounds; round++)
{
    foreach (int size in sizes)
    {
        foreach (var contestant in contestants)
            At(cold, (contestant.Name, size)).Add(contestant.Start(size));
    }
}

Print($"| classes, cold | {string.Join(" | ", contestants.Select(contestant => contestant.Name))} |");
Print($"| --- |{string.Concat(contestants.Select(_ => " ---: |"))}");
foreach (int size in sizes)
    Print($"| {size} | {string.Join(" | ", contestants.Select(contestant => Cold(Cost.Median(cold[(contestant.Name, size)]), size)))} |");

Edit[] edits = [Edit.Body, Edit.Comment, Edit.Column, Edit.Relation];
foreach (var contestant in contestants)
    contestant.Start(Edited);
var warm = new Dictionary<(string Name, Edit Edit), List<Cost>>();
for (int round = -2; round < Rounds; round++)
{
    foreach (var edit in edits)
    {
        foreach (var contestant in contestants)
        {
            var cost = contestant.Rerun(edit, round + 10);
            if (round >= 0)
                At(warm, (contestant.Name, edit)).Add(cost);
        }
    }
}

Print("");
Print($"| edit of one of {Edited:N0} | {string.Join(" | ", contestants.Select(contestant => contestant.Name))} |");
Print($"| --- |{string.Concat(contestants.Select(_ => " ---: |"))}");
foreach (var edit in edits)
    Print($"| {Name(edit)} | {string.Join(" | ", contestants.Select(contestant => Warm(Cost.Median(warm[(contestant.Name, edit)]), contestant.Emitted(edit))))} |");

ImmutableArray<DiagnosticAnalyzer> analyzers =
[
    .. typeof(SqlNullabilitySuppressor).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
];
var analysis = contestants[0].Whole().WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
var reported = await analysis.GetAnalyzerDiagnosticsAsync();
if (reported.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } unexpected)
    throw new InvalidOperationException($"The queries are right, but: {unexpected}");
var times = new List<(string Id, double Milliseconds)>();
foreach (var analyzer in analyzers)
    times.Add((string.Join(", ", analyzer.SupportedDiagnostics.Select(rule => rule.Id)), (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds));
Print("");
Print($"| analyzers, all of {Edited:N0} models and {Edited / 10} files of queries | ms |");
Print("| --- | ---: |");
foreach (var (id, milliseconds) in times.OrderByDescending(time => time.Milliseconds))
    Print(string.Create(CultureInfo.InvariantCulture, $"| {id} | {milliseconds:0.0} |"));
Print(string.Create(CultureInfo.InvariantCulture, $"| together | {times.Sum(time => time.Milliseconds):0.0} |"));

static List<Cost> At<TKey>(Dictionary<TKey, List<Cost>> costs, TKey key) where TKey : notnull => costs.TryGetValue(key, out var list) ? list : costs[key] = [];

static string Cold(Cost cost, int size)
    => string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds:#,0} ms, {cost.Milliseconds * 1000 / size:#,0} us and {cost.Bytes / 1024.0 / size:#,0} KB a class");

static string Warm(Cost cost, (int Anew, int All) emitted)
    => string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds:0.0} ms, {cost.Bytes / 1024.0:#,0} KB, {emitted.Anew} of {emitted.All:#,0} files anew");

static string Name(Edit edit) => edit switch
{
    Edit.Body => "a method's body",
    Edit.Comment => "a comment",
    Edit.Column => "a new column",
    _ => "a new relation",
};

static void Print(string line) => Console.WriteLine(line);

// The SDK's own, from the pack beside the runtime that this runs on.
static ISourceGenerator JsonGenerator()
{
    string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
    string file = Directory.GetFiles(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Last(path => Path.GetFileName(Path.GetDirectoryName(path)) == "cs");
    var type = Assembly.LoadFrom(file).GetTypes().Single(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type));
    return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
}
