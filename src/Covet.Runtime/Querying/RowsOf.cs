using System.Text;

namespace Covet.Infrastructure;

/// <summary>Makes the rows of selections.</summary>
internal static class RowsOf
{
    private const int LongestName = 63;

    public static Rows<TRow> Subquery<T, TRow>(Selection<T> selection, Func<RowColumns, TRow> row)
        => Rows(selection, new BodySource(selection.Body), row, "a subquery");

    public static Rows<TRow> Cte<T, TRow>(Selection<T> selection, string name, Func<RowColumns, TRow> row)
        => Rows(selection, new CteSource(Checked(name), selection.Body, Names(selection)), row, name);

    public static Rows<TRow> Recursive<T, TRow>(Selection<T> anchor, string name, Func<Rows<TRow>, Selection<T>> step, Func<RowColumns, TRow> row)
    {
        ArgumentNullException.ThrowIfNull(step);
        var source = new RecursiveCteSource(Checked(name), anchor.Body, Names(anchor));
        var rows = Rows(anchor, source, row, name);
        var next = step(rows) ?? throw new ArgumentNullException(nameof(step), "The step of a recursion is null: give a selection that joins a table with the rows found last.");
        anchor.Body.Shape.DemandAlike(next.Body.Shape, SetOperation.Union, anchor.Body.RowName, next.Body.RowName);
        source.Step = next.Body;
        return rows;
    }

    /// <summary>The name of a common table expression, if it can be one.</summary>
    public static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Encoding.UTF8.GetByteCount(name) > LongestName || name.Any(char.IsControl))
            throw new ArgumentException($"'{name}' can't name a common table expression: at most {LongestName} bytes, no control characters.", nameof(name));
        return name;
    }

    private static Rows<TRow> Rows<T, TRow>(Selection<T> selection, RowSource source, Func<RowColumns, TRow> row, string name)
    {
        var terms = selection.Body.Shape.Terms;
        DemandExpressions(terms, name);
        return new Rows<TRow>(
            selection.Body.Database, [new FromItem(null, source)], place => row(new RowColumns(terms, place, name)), new RowsShape(terms.Count));
    }

    private static string[] Names<T>(Selection<T> selection) => [.. Enumerable.Range(0, selection.Body.Shape.Terms.Count).Select(RowShape.NameOf)];

    private static void DemandExpressions(IReadOnlyList<SqlExpression> terms, string name)
    {
        foreach (var term in terms)
        {
            if (term.IsModel)
                throw new NotSupportedException($"{term.Description} is a whole model, and the columns of {name} are expressions. Select its key, and join the table by it.");
        }
    }
}
