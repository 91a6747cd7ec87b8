using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows that a relation leads to, in a condition: each test is a correlated subquery.</summary>
/// <typeparam name="TColumns">The generated columns of their model.</typeparam>
public partial class RelatedRows<TColumns> where TColumns : class, IColumns<TColumns>
{
    private readonly ColumnPath _path;
    private readonly Relation _relation;
    private readonly Clause[] _conditions;

    /// <summary>All rows that the relation leads to.</summary>
    /// <param name="path">The way to the model that has the relation.</param>
    /// <param name="relation">The relation.</param>
    public RelatedRows(ColumnPath path, Relation relation) : this(path, relation, [])
    {
    }

    private protected RelatedRows(RelatedRows<TColumns> source, Clause condition) : this(source._path, source._relation, [.. source._conditions, condition])
    {
    }

    private RelatedRows(ColumnPath path, Relation relation, Clause[] conditions)
    {
        _path = path;
        _relation = relation;
        _conditions = conditions;
    }

    private protected RelatedSubquery Subquery => new(_path, _relation, _conditions);

    /// <summary>The rows for which the condition holds; several calls are combined with AND.</summary>
    public RelatedRows<TColumns> Where(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return With(new Clause(expression, depth));
    }

    /// <summary>There is a row.</summary>
    public Condition Any() => new ExistsCondition(Subquery);

    /// <summary>There is a row for which the condition holds.</summary>
    public Condition Any(Func<TColumns, Condition> condition) => Where(condition).Any();

    /// <summary>The condition holds for every row; also when there is none.</summary>
    public Condition All(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return !With(new Clause(!expression, depth)).Any();
    }

    /// <summary>The number of rows.</summary>
    public Expr<int> Count() => new RelatedCount(Subquery);

    /// <summary>The number of rows for which the condition holds.</summary>
    public Expr<int> Count(Func<TColumns, Condition> condition) => Where(condition).Count();

    private RelatedRows<TColumns> With(Clause condition) => new(this, condition);
}

/// <summary>EXISTS over related rows.</summary>
internal sealed class ExistsCondition(RelatedSubquery rows, bool negated = false) : Condition
{
    private (RelatedSubquery Rows, bool Negated) Parts => (rows, negated);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is ExistsCondition { Parts: var parts } && negated == parts.Negated && rows.SameAs(parts.Rows));

    internal override bool CanBeNull => false;

    internal override void Write(SqlWriter writer)
    {
        writer.Append(negated ? "NOT EXISTS " : "EXISTS ");
        rows.Write(writer, null);
    }

    internal override Condition Negate() => new ExistsCondition(rows, !negated);
}

/// <summary>The number of related rows: a C# collection's count, so an int, where databases count in 64 bits.</summary>
internal sealed class RelatedCount(RelatedSubquery rows) : Expr<int>
{
    private static readonly Clause All = new(Sql.Count(), 0);

    private RelatedSubquery Rows => rows;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is RelatedCount same && rows.SameAs(same.Rows));

    internal override bool CanBeNull => false;

    internal override void Write(SqlWriter writer) => rows.Write(writer, All);

    internal override int Read<TReader>(ref TReader row, int ordinal, ModelSource source) => checked((int)row.GetInt64(ordinal));
}

/// <summary>An aggregate over related rows.</summary>
internal sealed class RelatedAggregate<T>(RelatedSubquery rows, Expr<T> aggregate, int depth) : Expr<T>
{
    private (RelatedSubquery Rows, Expr<T> Aggregate, int Depth) Parts => (rows, aggregate, depth);

    internal override ValueMapping<T> Mapping => aggregate.Mapping;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is RelatedAggregate<T> { Parts: var parts }
        && depth == parts.Depth && aggregate.SameAs(parts.Aggregate) && rows.SameAs(parts.Rows));

    internal override bool CanBeNull => aggregate.ValueCanBeNull;

    internal override void Write(SqlWriter writer) => rows.Write(writer, new Clause(aggregate, depth));

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source) => aggregate.Read(ref row, ordinal, source);
}

/// <summary>The subquery over the rows that a relation leads to from the current row.</summary>
internal sealed class RelatedSubquery(ColumnPath path, Relation relation, Clause[] conditions)
{
    private (ColumnPath Path, Relation Relation, Clause[] Conditions) Parts => (path, relation, conditions);

    public bool SameAs(RelatedSubquery other)
        => relation == other.Parts.Relation && path.SameAs(other.Parts.Path) && Alike.AreSame(conditions, other.Parts.Conditions);

    public void Write(SqlWriter writer, Clause? selected)
    {
        var scope = new TableScope(writer.NewAlias(), relation.Child);
        string? link = relation.Link is null ? null : writer.NewAlias();
        scope.Next = link is null ? null : new TableScope(link, relation.Link!.Through);
        writer.Append("(SELECT ");
        if (selected is { } clause)
            Within(writer, scope, clause, allowsAggregates: true);
        else
            writer.Append("1");
        writer.Append(" FROM ");
        writer.Append(writer.Dialect.Choose(relation.Child.Table));
        writer.Append(" AS ");
        writer.Append(scope.Alias);
        if (link is not null)
            JoinLink(writer, scope, link);
        int joinsAt = writer.Position;
        writer.Append(" WHERE ");
        for (int i = 0; i < relation.ParentColumns.Length; i++)
        {
            writer.Append(i > 0 ? " AND " : "");
            writer.Append(link is null ? $"{scope.Alias}.{relation.ChildColumns[i]} = " : $"{link}.{relation.Link!.ParentColumns[i]} = ");
            writer.Column(path, relation.ParentColumns[i]);
        }
        foreach (var condition in conditions)
        {
            writer.Append(" AND (");
            Within(writer, scope, condition, allowsAggregates: false);
            writer.Append(")");
        }
        writer.Append(")");
        writer.Insert(joinsAt, scope.Joins(writer.Dialect) + scope.Next?.Joins(writer.Dialect));
    }

    private static void Within(SqlWriter writer, TableScope scope, Clause clause, bool allowsAggregates)
    {
        var outer = writer.Bind(clause.Depth, scope);
        var allowed = writer.Allow(allowsAggregates ? SqlFunctions.Aggregates : SqlFunctions.None);
        scope.Groups = allowsAggregates ? new GroupedColumns() : null;
        clause.Expression.Write(writer);
        scope.Groups = null;
        writer.Allow(allowed);
        writer.Unbind(clause.Depth, outer);
    }

    private void JoinLink(SqlWriter writer, TableScope scope, string link)
    {
        writer.Append($" JOIN {writer.Dialect.Choose(relation.Link!.Table)} AS {link} ON ");
        for (int i = 0; i < relation.ChildColumns.Length; i++)
            writer.Append($"{(i > 0 ? " AND " : "")}{link}.{relation.Link.ChildColumns[i]} = {scope.Alias}.{relation.ChildColumns[i]}");
    }
}
