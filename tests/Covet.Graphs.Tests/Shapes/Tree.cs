namespace Covet.Graphs.Tests.Shapes;

/// <summary>A condition on the number or the note of a row.</summary>
public sealed record Filter(string Text, Func<int, string?, bool> Keeps)
{
    public static readonly Filter[] All =
    [
        new("x.Number > 2", (number, _) => number > 2),
        new("x.Number != 3", (number, _) => number != 3),
        new("x.Note == null", (_, note) => note is null),
        new("!(x.Note == \"a\") || x.Number > 4", (number, note) => note != "a" || number > 4),
        new("x.Number < 0", (number, _) => number < 0),
    ];

    public override string ToString() => Text;
}

/// <summary>An order by the number, then by the key where ties have to be broken.</summary>
public sealed record Order(bool Descending, bool IsTotal);

/// <summary>What a query or a branch says about its rows.</summary>
public sealed record Clauses(Filter? Filter = null, Order? Order = null, int Skip = 0, int? Take = null)
{
    public bool IsNone => Filter is null && Order is null && Skip == 0 && Take is null;

    public bool IsLimited => Skip > 0 || Take is not null;
}

/// <summary>One relation of a prefetch.</summary>
/// <param name="Relation">The property.</param>
/// <param name="Clauses">What its branch says.</param>
/// <param name="Children">The relations beyond it.</param>
public sealed record TreeNode(string Relation, Clauses Clauses, IReadOnlyList<TreeNode> Children)
{
    /// <summary>Whether its parent's statement brings it.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>Whether the prefetch names it twice, which merges.</summary>
    public bool IsTwice { get; init; }

    /// <summary>Whether it loads the relation as it is, so that what is in memory will do. What is included is named again only for what is beyond it.</summary>
    public bool IsPlain => Clauses.IsNone && (IsIncluded || !Children.Any(child => child.IsIncluded));

    public int Size => 1 + Children.Sum(child => child.Size);
}

/// <summary>How the tree reaches its roots.</summary>
public enum Start
{
    /// <summary>With the query.</summary>
    Query,

    /// <summary>Onto instances that are in memory.</summary>
    Later,

    /// <summary>In chunks.</summary>
    Stream,
}

/// <summary>A whole prefetch.</summary>
public sealed record Tree(string Model, Clauses Clauses, IReadOnlyList<TreeNode> Children, Start Start)
{
    public const int Chunk = 3;

    public int Size => Children.Sum(child => child.Size);
}
