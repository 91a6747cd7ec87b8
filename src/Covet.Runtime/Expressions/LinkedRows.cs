using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The rows that a many-to-many relation leads to through a model, in a condition: each test is a correlated subquery. The second parameter of a lambda is
/// the row that links the two, the same one for all conditions of the test.
/// </summary>
/// <typeparam name="TColumns">The generated columns of the rows' model.</typeparam>
/// <typeparam name="TLink">The generated columns of the model in between.</typeparam>
public sealed class LinkedRows<TColumns, TLink> : RelatedRows<TColumns>
    where TColumns : class, IColumns<TColumns>
    where TLink : class, IColumns<TLink>
{
    /// <summary>All rows that the relation leads to.</summary>
    /// <param name="path">The way to the model that has the relation.</param>
    /// <param name="relation">The relation.</param>
    public LinkedRows(ColumnPath path, Relation relation) : base(path, relation)
    {
    }

    private LinkedRows(LinkedRows<TColumns, TLink> source, Clause condition) : base(source, condition)
    {
    }

    /// <summary>The rows for which the condition holds; several calls are combined with AND, and apply to the same link.</summary>
    public new LinkedRows<TColumns, TLink> Where(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return new(this, new Clause(expression, depth));
    }

    /// <summary>The rows for which the condition on the row and its link holds; several calls are combined with AND, and apply to the same link.</summary>
    public LinkedRows<TColumns, TLink> Where(Func<TColumns, TLink, Condition> condition)
    {
        var expression = PairOf<TColumns, TLink>.Run(condition, out int depth, nameof(condition));
        return new(this, new Clause(expression, depth));
    }

    /// <summary>There is a row for which, with its link, the condition holds.</summary>
    public Condition Any(Func<TColumns, TLink, Condition> condition) => Where(condition).Any();

    /// <summary>The condition holds for every row and its link; also when there is none.</summary>
    public Condition All(Func<TColumns, TLink, Condition> condition)
    {
        var expression = PairOf<TColumns, TLink>.Run(condition, out int depth, nameof(condition));
        return !new LinkedRows<TColumns, TLink>(this, new Clause(!expression, depth)).Any();
    }

    /// <summary>The number of links for which the condition holds; a row that is linked twice counts twice.</summary>
    public Expr<int> Count(Func<TColumns, TLink, Condition> condition) => Where(condition).Count();

    /// <summary>Any aggregate over the rows and their links: <c>s.Courses.Aggregate((c, link) => Sql.Max(link.Grade))</c>.</summary>
    public Expr<T> Aggregate<T>(Func<TColumns, TLink, Expr<T>> aggregate)
    {
        var expression = PairOf<TColumns, TLink>.Run(aggregate, out int depth, nameof(aggregate));
        return new RelatedAggregate<T>(Subquery, expression, depth);
    }
}
