using Covet.Infrastructure;

namespace Covet;

/// <summary>The value that a selection's first row has.</summary>
internal sealed class ScalarSubquery<T>(SelectBody body, Expr<T> selected) : Expr<T>
{
    private SelectBody Body => body;

    internal override ValueMapping<T> Mapping => selected.Mapping;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is ScalarSubquery<T> same && body == same.Body);

    internal override StoredAs? Stored => selected.Stored;

    /// <summary>An aggregate over all rows gives a row always.</summary>
    internal override bool CanBeNull => body.CanBeNull(0) || body is not PlainBody { Groups.Keys.Length: 0 };

    internal override void Write(SqlWriter writer)
    {
        writer.DemandSameDatabase(body);
        writer.Append("(");
        body.Write(writer, new BodyUse(AtMost: 1));
        writer.Append(")");
    }

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => default(T) is not null && row.IsNull(ordinal)
            ? throw new InvalidOperationException($"A subquery of {body.RowName} gave no value: select its OrNull(), which gives null there.")
            : selected.Read(ref row, ordinal, source);
}

/// <summary>Membership in what a selection gives; NULL is a member where the selection gives NULL, as in C#.</summary>
internal sealed class InQuery(SqlExpression left, SelectBody body) : Condition
{
    private (SqlExpression Left, SelectBody Body) Parts => (left, body);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is InQuery { Parts: var parts } && body == parts.Body && left.SameAs(parts.Left));

    private bool ComparesNull => left.ValueCanBeNull && body.CanBeNull(0);

    internal override bool CanBeNull => !ComparesNull && (left.ValueCanBeNull || body.CanBeNull(0));

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.DemandSameDatabase(body);
        if (!ComparesNull)
        {
            writer.Operand(left);
            writer.Append(" IN (");
            body.Write(writer, new BodyUse());
            writer.Append(")");
            return;
        }
        string alias = writer.NewAlias();
        writer.Append("EXISTS (SELECT 1 FROM (");
        body.Write(writer, new BodyUse(IsNamed: true));
        writer.Append(") AS ");
        writer.Append(alias);
        writer.Append(" WHERE ");
        writer.Append(alias);
        writer.Append(".");
        writer.Append(RowShape.NameOf(0));
        writer.Append(" IS NOT DISTINCT FROM ");
        writer.Operand(left);
        writer.Append(")");
    }
}

/// <summary>Makes tests of membership in selections.</summary>
internal static class InQueries
{
    public static Condition Of<T>(SqlExpression expression, Selection<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var selected = values.DemandOneExpression();
        if (Arguments.Given(expression).StoredType != selected.StoredType)
            throw new NotSupportedException($"{expression.Description} and {selected.Description} are stored differently: the database would find no two of them equal. Store both alike, or cast one.");
        return new InQuery(expression, values.Body);
    }
}

/// <summary>EXISTS over a query's rows.</summary>
internal sealed class ExistsQuery(SelectQuery query, bool negated = false) : Condition
{
    private (SelectQuery Query, bool Negated) Parts => (query, negated);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is ExistsQuery { Parts: var parts } && query == parts.Query && negated == parts.Negated);

    internal override bool CanBeNull => false;

    internal override void Write(SqlWriter writer)
    {
        writer.Append(negated ? "NOT EXISTS (SELECT 1" : "EXISTS (SELECT 1");
        writer.RowsOf(query);
        writer.Append(")");
    }

    internal override Condition Negate() => new ExistsQuery(query, !negated);
}
