namespace Covet.Graphs.Tests.Shapes;

/// <summary>Makes random prefetches over a set of models.</summary>
public sealed class RandomTrees
{
    private const int MaxDepth = 4;
    private const int MaxNodes = 14;

    private readonly ModelSet _set;
    private readonly Dice _dice;
    private int _left = MaxNodes;

    private RandomTrees(ModelSet set, Dice dice) => (_set, _dice) = (set, dice);

    /// <summary>Makes one that starts at a model.</summary>
    public static Tree Make(ModelSet set, string model, Dice dice)
    {
        var trees = new RandomTrees(set, dice);
        var clauses = new Clauses(dice.Chance(1, 5) ? dice.Pick(Filter.All) : null, dice.Chance(1, 3) ? new Order(dice.Chance(1, 2), IsTotal: true) : null);
        if (clauses.Order is not null && dice.Chance(1, 2))
            clauses = clauses with { Take = dice.Between(1, 4) };
        return new Tree(model, clauses, trees.Level(model, 1, null, isIncluded: false), (Start)dice.Below(3));
    }

    /// <param name="model">The parent.</param>
    /// <param name="depth">From 1 on.</param>
    /// <param name="via">The relation that led to the parent.</param>
    /// <param name="isIncluded">Whether the parent came with its own parent.</param>
    private List<TreeNode> Level(string model, int depth, RelationShape? via, bool isIncluded)
    {
        // Where an include of a one-to-one leads back, the roots' own instances are met again: two nodes would load onto the same ones.
        var relations = _dice.Shuffled(_set.Relations.Where(relation => relation.Model == model && !(isIncluded && via is not null && relation.Name == via.Back)));
        int width = _dice.Between(depth == 1 ? 1 : 0, depth switch { 1 => 4, 2 => 3, _ => 2 });
        var nodes = new List<TreeNode>();
        foreach (var relation in relations.Take(width))
        {
            if (_left-- > 0)
                nodes.Add(Node(relation, depth));
        }
        return nodes;
    }

    private TreeNode Node(RelationShape relation, int depth)
    {
        bool isIncluded = !relation.IsToMany && _dice.Chance(1, 4);
        var clauses = isIncluded || _dice.Chance(1, 2) ? new Clauses() : relation.IsToMany ? ManyClauses() : OneClauses(relation);
        var children = depth < MaxDepth ? Level(relation.Child, depth + 1, relation, isIncluded) : [];
        return new TreeNode(relation.Name, clauses, children) { IsIncluded = isIncluded, IsTwice = clauses.IsNone && !isIncluded && !children.Exists(child => child.IsIncluded) && _dice.Chance(1, 10) };
    }

    private Clauses ManyClauses()
    {
        var filter = _dice.Chance(1, 2) ? _dice.Pick(Filter.All) : null;
        int skip = _dice.Chance(1, 6) ? _dice.Between(1, 2) : 0;
        int? take = _dice.Chance(1, 3) ? _dice.Between(1, 3) : null;
        bool isTotal = skip > 0 || take is not null || _dice.Chance(1, 2);
        return new Clauses(filter, _dice.Chance(2, 3) ? new Order(_dice.Chance(1, 2), isTotal) : null, skip, take);
    }

    /// <summary>An order means nothing there, and only a row that may be missing can be left out.</summary>
    private Clauses OneClauses(RelationShape relation) => new(
        relation.IsOptional && _dice.Chance(2, 3) ? _dice.Pick(Filter.All) : null,
        _dice.Chance(1, 3) ? new Order(_dice.Chance(1, 2), IsTotal: false) : null);
}
