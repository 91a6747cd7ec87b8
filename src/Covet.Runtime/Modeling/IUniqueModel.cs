using System.ComponentModel;

namespace Covet;

/// <summary>A <c>[Model]</c> class with what no two of its rows have in common: by it, the upserts of related sets know what their lambdas choose from. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
/// <typeparam name="TConflicts">Its generated key, unique columns and unique sets of columns.</typeparam>
public interface IUniqueModel<TSelf, TConflicts>
    where TSelf : class, IModel<TSelf>
    where TConflicts : struct
{
    /// <summary>The instance.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TSelf Self { get; }
}
