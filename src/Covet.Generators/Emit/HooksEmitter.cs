using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints the methods that a model may implement, to be called around its writes, and what calls them: the compiler drops the calls of those that it doesn't.</summary>
internal static class HooksEmitter
{
    private const string Kind = "global::Covet.SaveKind";

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        var one = Words.One(plan.Type);
        foreach (var hook in plan.Hooks)
            writer.WriteMember($"{Summary(hook, one)}\npartial void {hook}({Parameter(hook)});");
    }

    /// <summary>Prints what calls them: inside the model, since they are private.</summary>
    public static void EmitFacts(SourceWriter writer, ModelPlan plan)
    {
        foreach (var hook in plan.Hooks)
            writer.WriteMember($"public static void {hook}({plan.Type.Global} model{Comma(hook)}{Parameter(hook)}) => model.{hook}({Argument(hook)});");
    }

    /// <summary>Prints what the runtime calls.</summary>
    public static void EmitWriter(SourceWriter writer, ModelPlan plan)
    {
        foreach (var hook in plan.Hooks)
        {
            writer.WriteMember($"""
                protected override void {hook}({plan.Type.Global} model{Comma(hook)}{Parameter(hook)})
                    => {plan.Type.Global}.ModelFacts.{hook}(model{Comma(hook)}{Argument(hook)});
                """);
        }
    }

    private static string Summary(string hook, string one) => hook switch
    {
        Hooks.Saving => $"""
            /// <summary>
            /// Called before this {one} is inserted or updated as an instance: singly, among many, by an upsert, as a new member of a related set. It may change the instance; an exception
            /// stops the write before anything is sent. Of many, it is called for all first. GetOrCreateAsync calls it before it looks for the row. Writes of a query call nothing, nor do
            /// related sets for rows that they move or let go, whose foreign key alone is written; UpdateAsync of some columns writes what it changes in these alone.
            /// </summary>
            /// <param name="kind">How it is saved.</param>
            """,
        Hooks.Saved => $"""
            /// <summary>
            /// Called after this {one} was inserted or updated as an instance, of many when all are. In a transaction, that can still be rolled back. An exception reaches the caller and takes
            /// nothing back. GetOrCreateAsync calls it where it inserted.
            /// </summary>
            /// <param name="kind">How it was saved.</param>
            """,
        Hooks.Deleting => $"""
            /// <summary>Called before this {one} is deleted by DeleteAsync of the instance; an exception stops it before anything is sent. Deletes of a query, and cascades, call nothing.</summary>
            """,
        _ => $"""
            /// <summary>Called after this {one} was deleted by DeleteAsync of the instance. In a transaction, that can still be rolled back. An exception reaches the caller and takes nothing back.</summary>
            """,
    };

    private static bool IsOfSave(string hook) => hook is Hooks.Saving or Hooks.Saved;

    private static string Parameter(string hook) => IsOfSave(hook) ? $"{Kind} kind" : "";

    private static string Argument(string hook) => IsOfSave(hook) ? "kind" : "";

    private static string Comma(string hook) => IsOfSave(hook) ? ", " : "";
}
