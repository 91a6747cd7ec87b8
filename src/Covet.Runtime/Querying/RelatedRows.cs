using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows that a relation leads to, in a condition: each test is a correlated subquery.</summary>
/// <typeparam name="TColumns">The generated columns of their model.</typeparam>
/// <param name="path">The way to the model that has the relation.</param>
/// <param name="relation">The relation.</param>
public sealed class RelatedRows<TColumns>(ColumnPath path, Relation relation) where TColumns : class, IColumns<TColumns>
{
    /// <summary>There is a row.</summary>
    public Condition Any() => new ExistsCondition(new RelatedSubquery(path, relation, null));

    /// <summary>There is a row for which the condition holds.</summary>
    public Condition Any(Func<TColumns, Condition> condition) => new ExistsCondition(Filtered(condition));

    /// <summary>The condition holds for every row; also when there is none.</summary>
    public Condition All(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return new ExistsCondition(new RelatedSubquery(path, relation, new Clause(!expression, depth)), negated: true);
    }

    /// <summary>The number of rows.</summary>
    public Expr<int> Count() => new RelatedCount(new RelatedSubquery(path, relation, null));

    /// <summary>The number of rows for which the condition holds.</summary>
    public Expr<int> Count(Func<TColumns, Condition> condition) => new RelatedCount(Filtered(condition));

    /// <summary>The sum over the rows; null when there is none.</summary>
    public Expr<long?> Sum(Func<TColumns, Expr<int>> value) => Aggregated<int, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<int?>> value) => Aggregated<int?, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long>> value) => Aggregated<long, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long?>> value) => Aggregated<long?, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short>> value) => Aggregated<short, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short?>> value) => Aggregated<short?, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte>> value) => Aggregated<byte, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte?>> value) => Aggregated<byte?, long?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal>> value) => Aggregated<decimal, decimal?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal?>> value) => Aggregated<decimal?, decimal?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double>> value) => Aggregated<double, double?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double?>> value) => Aggregated<double?, double?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float>> value) => Aggregated<float, float?>(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float?>> value) => Aggregated<float?, float?>(value, Sql.Sum);

    /// <summary>The average over the rows; null when there is none.</summary>
    public Expr<double?> Avg(Func<TColumns, Expr<int>> value) => Aggregated<int, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<int?>> value) => Aggregated<int?, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long>> value) => Aggregated<long, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long?>> value) => Aggregated<long?, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double>> value) => Aggregated<double, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double?>> value) => Aggregated<double?, double?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal>> value) => Aggregated<decimal, decimal?>(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal?>> value) => Aggregated<decimal?, decimal?>(value, Sql.Avg);

    /// <summary>The greatest value over the rows; null when there is none.</summary>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T>> value) where T : struct => Aggregated<T, T?>(value, Sql.Max);

    /// <summary>The greatest value over the rows that isn't NULL; null when there is none.</summary>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T?>> value) where T : struct => Aggregated<T?, T?>(value, Sql.Max);

    /// <summary>The greatest text over the rows; null when there is none.</summary>
    public Expr<string?> Max(Func<TColumns, IExpr<string?>> value)
    {
        var expression = LambdaDepth.Run(value, out int depth);
        return new RelatedAggregate<string?>(new RelatedSubquery(path, relation, null), Sql.Max(expression), depth);
    }

    /// <summary>The smallest value over the rows; null when there is none.</summary>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T>> value) where T : struct => Aggregated<T, T?>(value, Sql.Min);

    /// <summary>The smallest value over the rows that isn't NULL; null when there is none.</summary>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T?>> value) where T : struct => Aggregated<T?, T?>(value, Sql.Min);

    /// <summary>The smallest text over the rows; null when there is none.</summary>
    public Expr<string?> Min(Func<TColumns, IExpr<string?>> value)
    {
        var expression = LambdaDepth.Run(value, out int depth);
        return new RelatedAggregate<string?>(new RelatedSubquery(path, relation, null), Sql.Min(expression), depth);
    }

    private RelatedSubquery Filtered(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return new RelatedSubquery(path, relation, new Clause(expression, depth));
    }

    private RelatedAggregate<TResult> Aggregated<T, TResult>(Func<TColumns, Expr<T>> value, Func<Expr<T>, Aggregate<TResult>> aggregate)
    {
        var expression = LambdaDepth.Run(value, out int depth);
        return new RelatedAggregate<TResult>(new RelatedSubquery(path, relation, null), aggregate(expression), depth);
    }
}

/// <summary>EXISTS over related rows.</summary>
internal sealed class ExistsCondition(RelatedSubquery rows, bool negated = false) : Condition
{
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

    internal override bool CanBeNull => false;

    internal override void Write(SqlWriter writer) => rows.Write(writer, All);

    internal override int Read<TReader>(ref TReader row, int ordinal, ModelSource source) => checked((int)row.GetInt64(ordinal));
}

/// <summary>An aggregate over related rows.</summary>
internal sealed class RelatedAggregate<T>(RelatedSubquery rows, Aggregate<T> aggregate, int depth) : Expr<T>
{
    internal override ValueMapping<T> Mapping => aggregate.Mapping;

    internal override bool CanBeNull => default(T) is null;

    internal override void Write(SqlWriter writer) => rows.Write(writer, new Clause(aggregate, depth));
}

/// <summary>The subquery over the rows that a relation leads to from the current row.</summary>
internal sealed class RelatedSubquery(ColumnPath path, Relation relation, Clause? condition)
{
    public void Write(SqlWriter writer, Clause? selected)
    {
        var scope = new TableScope(writer.NewAlias(), relation.Child);
        string? link = relation.Link is null ? null : writer.NewAlias();
        writer.Append("(SELECT ");
        if (selected is { } clause)
            Within(writer, scope, clause);
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
        if (condition is { } filter)
        {
            writer.Append(" AND (");
            Within(writer, scope, filter);
            writer.Append(")");
        }
        writer.Append(")");
        writer.Insert(joinsAt, scope.Joins(writer.Dialect));
    }

    private static void Within(SqlWriter writer, TableScope scope, Clause clause)
    {
        var outer = writer.Bind(clause.Depth, scope);
        clause.Expression.Write(writer);
        writer.Unbind(clause.Depth, outer);
    }

    private void JoinLink(SqlWriter writer, TableScope scope, string link)
    {
        writer.Append($" JOIN {writer.Dialect.Choose(relation.Link!.Table)} AS {link} ON ");
        for (int i = 0; i < relation.ChildColumns.Length; i++)
            writer.Append($"{(i > 0 ? " AND " : "")}{link}.{relation.Link.ChildColumns[i]} = {scope.Alias}.{relation.ChildColumns[i]}");
    }
}
