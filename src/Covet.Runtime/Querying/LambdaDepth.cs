using Covet.Infrastructure;

namespace Covet;

/// <summary>How many column lambdas are running inside each other: what tells the <c>p</c> of one from the <c>p</c> of another.</summary>
internal static class LambdaDepth
{
    private const int Cached = 4;

    [ThreadStatic]
    private static int Depth;

    /// <summary>Runs the lambda one level deeper.</summary>
    /// <returns>What it returned, and the level at which it ran.</returns>
    public static TResult Run<TColumns, TResult>(Func<TColumns, TResult> lambda, out int depth) where TColumns : class, IColumns<TColumns>
    {
        if (lambda is null)
            throw new ArgumentNullException(nameof(lambda), "The lambda is null. Write one over the columns, as in p => p.Title.");
        depth = Depth;
        Depth = depth + 1;
        try
        {
            return lambda(Root<TColumns>(depth)) is { } result ? result : throw new ArgumentNullException(
                nameof(lambda), "The lambda returned null instead of an SQL expression. For a clause that applies at times only leave the call out, or use WhereIf.");
        }
        finally
        {
            Depth = depth;
        }
    }

    private static TColumns Root<TColumns>(int depth) where TColumns : class, IColumns<TColumns>
        => depth < Cached
            ? Roots<TColumns>.Cache[depth] ??= TColumns.Create(ColumnPath.Root(TColumns.Model, depth))
            : TColumns.Create(ColumnPath.Root(TColumns.Model, depth));

    private static class Roots<TColumns> where TColumns : class, IColumns<TColumns>
    {
        public static readonly TColumns?[] Cache = new TColumns?[Cached];
    }
}
