namespace Covet.Infrastructure;

/// <summary>What a lambda over two models gets whose tables stand side by side in a FROM clause.</summary>
internal sealed class PairOf<TFirst, TSecond> : ISelectable<(TFirst First, TSecond Second)>
    where TFirst : class, IColumns<TFirst>
    where TSecond : class, IColumns<TSecond>
{
    public static readonly PairOf<TFirst, TSecond> Instance = new();

    public (TFirst First, TSecond Second) RowAt(RowPlace place)
        => (LambdaDepth.RootAt<TFirst>(place), LambdaDepth.RootAt<TSecond>(place with { Slot = place.Slot + 1 }));

    public Selection<T> Select<T>(RowShape<T> shape, int depth) => throw new NotSupportedException("Two models side by side are joined, not selected.");

    /// <summary>Runs a lambda over both.</summary>
    /// <returns>What it returned, with the level at which it ran.</returns>
    public static TResult Run<TResult>(Func<TFirst, TSecond, TResult> lambda, out int depth, string name)
    {
        ArgumentNullException.ThrowIfNull(lambda, name);
        return LambdaDepth.Run(Instance, row => lambda(row.First, row.Second), out depth, name);
    }
}
