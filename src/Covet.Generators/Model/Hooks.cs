namespace Covet.Generators.Model;

/// <summary>The names of the partial methods that a model may implement, to be called around its writes.</summary>
internal static class Hooks
{
    public const string Saving = "OnSaving";
    public const string Saved = "OnSaved";
    public const string Deleting = "OnDeleting";
    public const string Deleted = "OnDeleted";

    public static readonly IReadOnlyList<string> All = [Saving, Saved, Deleting, Deleted];
}
