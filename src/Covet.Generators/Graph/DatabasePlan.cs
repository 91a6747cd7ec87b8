using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A database class, ready to print.</summary>
internal sealed record DatabasePlan
{
    /// <summary>The class.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>How its file is called.</summary>
    public required string HintName { get; init; }

    /// <summary>One property for each model, ordered by name.</summary>
    public required EquatableArray<DatabaseSet> Sets { get; init; }

    /// <summary>All tables, in the order that they are created in.</summary>
    public required EquatableArray<TablePlan> Tables { get; init; }
}

/// <summary>A property of the database.</summary>
/// <param name="Name">Its name: the model's plural.</param>
/// <param name="Model">The model.</param>
internal sealed record DatabaseSet(string Name, TypeSpec Model)
{
    /// <summary>The name as it is written.</summary>
    public string Identifier => Identifiers.Escape(Name);
}

/// <summary>The models that the runtime is told of.</summary>
/// <param name="Models">Their types, ordered by name.</param>
internal sealed record RegistryPlan(EquatableArray<string> Models);

/// <summary>All that is generated from one assembly's models, and all that is wrong with them.</summary>
internal sealed record GraphResult
{
    /// <summary>The models.</summary>
    public required EquatableArray<ModelPlan> Models { get; init; }

    /// <summary>The databases.</summary>
    public required EquatableArray<DatabasePlan> Databases { get; init; }

    /// <summary>The projections.</summary>
    public required EquatableArray<ProjectionPlan> Projections { get; init; }

    /// <summary>What the runtime is told; null where there is no model.</summary>
    public required RegistryPlan? Registry { get; init; }

    /// <summary>What is to be repaired.</summary>
    public required EquatableArray<Problem> Problems { get; init; }
}
