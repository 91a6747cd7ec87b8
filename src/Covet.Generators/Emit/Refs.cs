namespace Covet.Generators.Emit;

/// <summary>Short names for types that are written in full.</summary>
internal static class Refs
{
    public const string Action = "global::System.Action";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string ColumnPath = "global::Covet.Infrastructure.ColumnPath";
    public const string DatabaseSession = "global::Covet.Infrastructure.DatabaseSession";
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
    public const string IEnumerable = "global::System.Collections.Generic.IEnumerable";
    public const string Interlocked = "global::System.Threading.Interlocked";
    public const string IReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ModelInfo = "global::Covet.ModelInfo";
    public const string ModelSource = "global::Covet.Infrastructure.ModelSource";
    public const string NotLoaded = "global::Covet.RelationNotLoadedException";
    public const string ParameterBinder = "global::Covet.Infrastructure.ParameterBinder";
    public const string QueryStart = "global::Covet.Infrastructure.QueryStart";
    public const string ReverseRelation = "global::Covet.ReverseRelation";
    public const string RowStatement = "global::Covet.Infrastructure.RowStatement";
    public const string SqlText = "global::Covet.Infrastructure.SqlText";
    public const string TableFacts = "global::Covet.Infrastructure.TableFacts";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
}
