namespace Covet.Infrastructure;

/// <summary>Makes the recursive source of a model's rows.</summary>
internal static class Tree
{
    private const string Depth = "\"covet_depth\"";

    public static RowSource Of<TModel, TColumns>(SelectQuery anchor, Func<TColumns, TColumns, Condition> step, int? maxDepth)
        where TModel : class, IModel<TModel>
        where TColumns : ModelColumns<TModel>, IColumns<TColumns>
    {
        string[] columns = Array.ConvertAll(TModel.Info.ColumnArray, column => column.Quoted);
        bool counts = maxDepth is not null;
        var start = counts ? new PlainBody(anchor, new ModelShape(new RawExpression("0")), 0) : anchor.OwnBody();
        var tree = new RecursiveCteSource(null, start, counts ? [.. columns, Depth] : columns);
        var rows = new FromItem(TModel.Info, tree);
        var condition = PairOf<TColumns, TColumns>.Run((parent, child) => step(child, parent), out int depth, nameof(step));
        var reached = new RowColumn<int>(new RowPlace(depth), Depth, new Value<int>(0), "The depth of a tree", canBeNull: false);
        if (maxDepth is { } most)
            condition &= reached < most;
        // The tree comes first: SQLite doesn't find it inside parentheses, where what a path joins to a later table stands.
        var steps = new Rows<TColumns>(anchor.Database!, [rows, new FromItem(TModel.Info, null, new Clause(condition, depth))], LambdaDepth.RootAt<TColumns>, ModelShape.Plain);
        tree.Step = new PlainBody(steps, new ModelShape(counts ? reached + 1 : null, slot: 1), depth);
        // A row that is reached on two ways of different length is in the tree twice.
        return counts
            ? new BodySource(new PlainBody(new Rows<TColumns>(anchor.Database!, [rows], LambdaDepth.RootAt<TColumns>, ModelShape.Plain), ModelShape.Plain, 0) { IsDistinct = true })
            : tree;
    }
}
