namespace Covet.Infrastructure;

/// <summary>What stands in a FROM clause instead of a table.</summary>
internal abstract class RowSource
{
    /// <summary>Whether each of its rows is a row of a table, so that it can be locked.</summary>
    public virtual bool HasTableRows => false;

    public abstract void Write(SqlWriter writer);
}

/// <summary>Raw SQL.</summary>
internal sealed class RawSource(RawExpression raw) : RowSource
{
    public override void Write(SqlWriter writer)
    {
        writer.Append("(");
        raw.Write(writer);
        writer.Append(")");
    }
}

/// <summary>Another SELECT.</summary>
internal sealed class BodySource(SelectBody body) : RowSource
{
    public override bool HasTableRows => body is PlainBody { Groups: null, IsDistinct: false } plain && Array.TrueForAll(plain.Query.From, item => item.Source is null or { HasTableRows: true });

    public override void Write(SqlWriter writer)
    {
        writer.DemandSameDatabase(body);
        writer.Append("(");
        body.Write(writer, new BodyUse(IsNamed: true));
        writer.Append(")");
    }
}

/// <summary>The first row of each group of rows that have the same keys.</summary>
internal sealed class DistinctSource(SelectQuery query, Clause[] keys) : RowSource
{
    public override void Write(SqlWriter writer)
    {
        string alias = writer.NewAlias();
        var select = new SelectBuilder(writer, query);
        writer.Append("(SELECT ");
        writer.Columns(alias, query.From[0].Model!);
        writer.Append(" FROM (SELECT ");
        select.RootColumns();
        writer.Append(", row_number() OVER (PARTITION BY ");
        select.List(keys);
        select.Order(always: true);
        writer.Append(") AS \"covet_row\"");
        select.From();
        select.Joins();
        writer.Append(") AS ");
        writer.Append(alias);
        writer.Append(" WHERE ");
        writer.Append(alias);
        writer.Append(".\"covet_row\" = 1)");
    }
}

/// <summary>A common table expression: written once, in front of the statement, however often it is used.</summary>
/// <param name="name">Its name, unquoted.</param>
/// <param name="body">What it selects.</param>
/// <param name="columns">The names of its columns, quoted; null where they keep those of the model.</param>
internal sealed class CteSource(string name, SelectBody body, string[]? columns) : RowSource
{
    public string Name => name;

    public override void Write(SqlWriter writer) => writer.CommonTable(this, name, isRecursive: false, WriteTable);

    private void WriteTable(SqlWriter writer)
    {
        writer.DemandSameDatabase(body);
        writer.AppendNames(columns);
        writer.Append(" AS (");
        int start = writer.Position;
        body.Write(writer, new BodyUse());
        writer.DemandOtherTables(name, start);
        writer.Append(")");
    }
}

/// <summary>A common table expression that refers to itself: an anchor, then steps from the rows found so far until there are no new ones.</summary>
/// <param name="name">Its name, unquoted.</param>
/// <param name="anchor">The rows to start from.</param>
/// <param name="columns">The names of its columns, quoted.</param>
internal sealed class RecursiveCteSource(string? name, SelectBody anchor, string[] columns) : RowSource
{
    /// <summary>The step, which refers to this source.</summary>
    public SelectBody? Step { get; set; }

    public override void Write(SqlWriter writer) => writer.CommonTable(this, name, isRecursive: true, WriteTable);

    private void WriteTable(SqlWriter writer)
    {
        writer.DemandSameDatabase(anchor);
        writer.AppendNames(columns);
        writer.Append(" AS (");
        int start = writer.Position;
        anchor.WriteArm(writer, new BodyUse(IsRecursive: true));
        if (name is not null)
            writer.DemandOtherTables(name, start);
        writer.Append(" UNION ");
        Step!.WriteArm(writer, new BodyUse(IsRecursive: true));
        writer.Append(")");
    }
}
