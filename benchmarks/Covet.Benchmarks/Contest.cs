using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>One way to do a workload; it returns a checksum of what it read or wrote.</summary>
internal sealed record Contestant(string Name, Func<Task<long>> RunAsync);

/// <summary>
/// Runs contestants side by side: warmed up, then once each in every round, in turning order, a full collection before each. What counts is the
/// median of the rounds' ratios to the first contestant, the limit.
/// </summary>
internal sealed class Contest(string workload, int repeats, params Contestant[] contestants)
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public async Task<string> RunAsync()
    {
        long expected = await contestants[0].RunAsync();
        foreach (var contestant in contestants)
        {
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < WarmUp)
            {
                if (await contestant.RunAsync() is var sum && sum != expected)
                    throw new InvalidOperationException($"{workload}: {contestant.Name} gave {sum}, {contestants[0].Name} {expected}.");
            }
        }
        var times = new double[contestants.Length, Rounds];
        var bytes = new long[contestants.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                int turn = (i + round) % contestants.Length;
                (times[turn, round], bytes[turn]) = await SampleAsync(contestants[turn]);
            }
        }
        var cells = contestants.Select((_, i) => Cell(times, bytes, i));
        return $"| {workload} | {string.Join(" | ", cells)} |";
    }

    public string Header => $"""
        | | {string.Join(" | ", contestants.Select(contestant => contestant.Name))} |
        | --- |{string.Concat(contestants.Select(_ => " ---: |"))}
        """;

    private async Task<(double Milliseconds, long Bytes)> SampleAsync(Contestant contestant)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
            await contestant.RunAsync();
        double elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds / repeats;
        return (elapsed, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / repeats);
    }

    private static string Cell(double[,] times, long[] bytes, int contestant)
    {
        double ratio = Median(Enumerable.Range(0, Rounds).Select(round => times[contestant, round] / times[0, round]));
        double time = Median(Enumerable.Range(0, Rounds).Select(round => times[contestant, round]));
        return contestant == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{time:0.000} ms, {bytes[0] / 1024.0:0.0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ({(double)bytes[contestant] / bytes[0]:0.00})");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
