using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints which caches the delete of an instance drops: those that go by its key, and those of others that hold it.</summary>
internal static class DeletedEmitter
{
    /// <summary>Prints it inside the model, whose fields are private: what was never asked for isn't made to be dropped.</summary>
    public static void EmitFacts(SourceWriter writer, ModelPlan plan)
    {
        if (!HasAny(plan))
            return;
        using var method = writer.Member($"public static void ForgetDeleted({plan.Type.Global} model)");
        foreach (var reference in plan.References.Where(reference => reference.ReverseName is not null))
            writer.WriteLine($"if (model.{reference.Field} is not null)\n    {reference.Target.Type.Global}.ModelRelations.{Identifiers.Escape(reference.ReverseName!)}.ForgetChild(model);");
        foreach (var referrer in plan.Referrers)
            writer.WriteLine($"if ({(referrer.IsOneToOne ? $"model.{referrer.LoadedField}" : $"model.{referrer.Field} is not null")})\n    ModelRelations.{referrer.Identifier}.ForgetParent(model);");
        foreach (var link in plan.Links)
            writer.WriteLine($"if (model.{link.Field} is not null)\n    ModelRelations.{link.Identifier}.ForgetParent(model);");
    }

    /// <summary>Prints what the runtime calls.</summary>
    public static void EmitWriter(SourceWriter writer, ModelPlan plan)
    {
        if (HasAny(plan))
            writer.WriteMember($"protected override void ForgetDeleted({plan.Type.Global} model) => {plan.Type.Global}.ModelFacts.ForgetDeleted(model);");
    }

    private static bool HasAny(ModelPlan plan) =>
        plan.Referrers.Count + plan.Links.Count > 0 || plan.References.Any(reference => reference.ReverseName is not null);
}
