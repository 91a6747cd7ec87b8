using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A fault of Covet's own while it worked on one model: the others are planned again without it.</summary>
internal sealed class ModelFailureException(ModelNode node, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The model's class.</summary>
    public TypeSpec Type { get; } = node.Type;

    /// <summary>Does a step for each model, and says of which one failed.</summary>
    public static void ForEach(IEnumerable<ModelNode> nodes, Action<ModelNode> step)
    {
        foreach (var node in nodes)
            Of(node, () => step(node));
    }

    /// <summary>Does a step for one model.</summary>
    public static void Of(ModelNode node, Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ModelFailureException))
        {
            throw new ModelFailureException(node, exception);
        }
    }
}
