using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>How many column lambdas are running inside each other: what tells the <c>p</c> of one from the <c>p</c> of another.</summary>
internal static class LambdaDepth
{
    private const int Cached = 4;

    [ThreadStatic]
    private static int Depth;

    /// <summary>Runs a lambda over a model's columns one level deeper.</summary>
    /// <returns>What it returned, and the level at which it ran.</returns>
    public static TResult Run<TColumns, TResult>(
        Func<TColumns, TResult> lambda, out int depth, [CallerArgumentExpression(nameof(lambda))] string? name = null)
        where TColumns : class, IColumns<TColumns>
    {
        depth = Depth;
        return Run(lambda, RootAt<TColumns>(new RowPlace(depth)), name);
    }

    /// <summary>Runs a lambda over a source's rows one level deeper.</summary>
    /// <returns>What it returned, and the level at which it ran.</returns>
    public static TResult Run<TRow, TResult>(
        ISelectable<TRow> source, Func<TRow, TResult> lambda, out int depth, [CallerArgumentExpression(nameof(lambda))] string? name = null)
    {
        depth = Depth;
        return Run(lambda, source.RowAt(new RowPlace(depth)), name);
    }

    /// <summary>The columns of a model at a place.</summary>
    public static TColumns RootAt<TColumns>(RowPlace place) where TColumns : class, IColumns<TColumns>
        => place is { Depth: < Cached, Slot: 0, IsOptional: false }
            ? Roots<TColumns>.Cache[place.Depth] ??= TColumns.Create(ColumnPath.Root(TColumns.Model, place))
            : TColumns.Create(ColumnPath.Root(TColumns.Model, place));

    private static TResult Run<TRow, TResult>(Func<TRow, TResult> lambda, TRow row, string? name)
    {
        if (lambda is null)
            throw new ArgumentNullException(name, "The lambda is null. Write one over the columns, as in p => p.Title.");
        Depth++;
        try
        {
            return lambda(row) is { } result ? result : throw new ArgumentNullException(
                name, "The lambda returned null instead of an SQL expression. For a clause that applies at times only leave the call out, or use WhereIf.");
        }
        finally
        {
            Depth--;
        }
    }

    private static class Roots<TColumns> where TColumns : class, IColumns<TColumns>
    {
        public static readonly TColumns?[] Cache = new TColumns?[Cached];
    }
}
