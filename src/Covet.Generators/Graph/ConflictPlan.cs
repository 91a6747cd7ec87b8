using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>What rows can't have in common.</summary>
/// <param name="Name">What it is called in C#: <c>Name</c>, <c>YearAndNumber</c>.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record ConflictPlan(string Name, EquatableArray<ColumnPlan> Columns)
{
    /// <summary>Whether it is the whole key.</summary>
    public bool IsKey(KeyPlan key) => Columns.Equals(key.Columns);

    /// <summary>Whether everyone can name it who sees the model.</summary>
    public string Accessibility => Columns.All(column => column.Accessibility == "public") ? "public" : "internal";
}
