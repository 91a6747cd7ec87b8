using CsCheck;

namespace Covet.Graphs.Tests;

/// <summary>Random choices that are the same for the same seed.</summary>
public sealed class Dice(uint stream, ulong seed)
{
    private readonly PCG _random = new(stream, seed);

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)_random.Next((uint)limit);

    /// <summary>A number of a range, its ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so often of so many times.</summary>
    public bool Chance(int times, int of) => Below(of) < times;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>All items, in a random order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToList();
        for (int i = shuffled.Count - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }
}
