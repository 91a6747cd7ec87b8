using System.Text;
using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>The SQL that is written when a program is compiled. What both dialects share is here; what differs is in one file each.</summary>
internal abstract class DialectSql
{
    public static readonly DialectSql Sqlite = new SqliteSql();

    public static readonly DialectSql Postgres = new PostgresSql();

    /// <summary>A name as an identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>A table's name with its schema, where the dialect has schemas.</summary>
    public abstract string Table(string? schema, string name);

    /// <summary>
    /// The statement that loads what belongs to a list of keys, in the order of its own key. A link table joins in, and its columns of the parent's
    /// key follow the child's columns.
    /// </summary>
    public string Batch(NeighbourPlan child, EquatableArray<string> keys, string? linkTable = null, EquatableArray<ColumnPair> on = default)
    {
        var columns = List("c", child.Columns);
        var order = List("c", child.Key);
        var from = $"{Table(child.Schema, child.Table)} AS c";
        if (linkTable is null)
            return $"SELECT {columns}\nFROM {from}\nWHERE {InList("c", keys)}\nORDER BY {order}";
        var join = string.Join(" AND ", on.Select(pair => $"l.{Quote(pair.ThereColumn)} = c.{Quote(pair.HereColumn)}"));
        var link = List("l", keys);
        return $"SELECT {columns}, {link}\nFROM {linkTable} AS l\nJOIN {from} ON {join}\nWHERE {InList("l", keys)}\nORDER BY {order}";
    }

    /// <summary>The test that columns are among the keys of the parameter <c>keys</c>.</summary>
    protected abstract string InList(string alias, EquatableArray<string> columns);

    /// <summary>The script that creates what isn't there yet.</summary>
    public string Script(EquatableArray<TablePlan> tables)
    {
        var statements = Schemas(tables).Concat(tables.SelectMany(Statements)).Concat(Afterwards(tables));
        return string.Join("\n\n", statements) + "\n";
    }

    /// <summary>The type of a column.</summary>
    protected abstract string TypeOf(TableColumn column);

    /// <summary>What follows a table's closing parenthesis.</summary>
    protected abstract string TableSuffix { get; }

    /// <summary>A column that the database numbers; it may carry the primary key itself.</summary>
    protected abstract string Identity(TablePlan table, TableColumn column);

    /// <summary>Whether the numbered column carries the primary key.</summary>
    protected abstract bool IdentityIsKey { get; }

    /// <summary>Whether a foreign key can be written before the table that it refers to exists.</summary>
    protected abstract bool AllowsForward { get; }

    /// <summary>The statements before all tables.</summary>
    protected abstract IEnumerable<string> Schemas(EquatableArray<TablePlan> tables);

    /// <summary>The statements after all tables.</summary>
    protected abstract IEnumerable<string> Afterwards(EquatableArray<TablePlan> tables);

    /// <summary>A foreign key's constraint.</summary>
    protected string Constraint(TableReference reference) =>
        $"CONSTRAINT {Quote(reference.Name)} FOREIGN KEY ({List(reference.Columns)}) REFERENCES {Table(reference.Schema, reference.Table)} ({List(reference.Principal)})"
        + $" ON DELETE {Action(reference.OnDelete)}";

    /// <summary>Columns of one table, one after the other.</summary>
    protected static string List(string alias, IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"{alias}.{Quote(column)}"));

    private IEnumerable<string> Statements(TablePlan table)
    {
        yield return Create(table);
        foreach (var index in table.Indexes)
        {
            var unique = index.IsUnique ? "UNIQUE " : "";
            yield return $"CREATE {unique}INDEX IF NOT EXISTS {Quote(index.Name)} ON {Table(table.Schema, table.Name)} ({List(index.Columns)});";
        }
    }

    private string Create(TablePlan table)
    {
        var lines = table.Columns.Select(column => column.IsIdentity ? Identity(table, column) : Column(column)).ToList();
        if (!IdentityIsKey || !table.Columns.Any(column => column.IsIdentity))
            lines.Add($"CONSTRAINT {Quote(table.KeyName)} PRIMARY KEY ({List(table.Key)})");
        lines.AddRange(table.Uniques.Select(unique => $"CONSTRAINT {Quote(unique.Name)} UNIQUE ({List(unique.Columns)})"));
        lines.AddRange(table.References.Where(reference => AllowsForward || !reference.IsForward).Select(Constraint));

        var text = new StringBuilder();
        text.Append($"CREATE TABLE IF NOT EXISTS {Table(table.Schema, table.Name)} (\n    ");
        text.Append(string.Join(",\n    ", lines));
        return text.Append("\n)").Append(TableSuffix).Append(';').ToString();
    }

    private string Column(TableColumn column) => $"{Quote(column.Name)} {TypeOf(column)}{(column.Type.IsNullable ? "" : " NOT NULL")}";

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    private static string Action(OnDeleteAction action) => action switch
    {
        OnDeleteAction.Cascade => "CASCADE",
        OnDeleteAction.SetNull => "SET NULL",
        OnDeleteAction.SetDefault => "SET DEFAULT",
        OnDeleteAction.NoAction => "NO ACTION",
        _ => "RESTRICT",
    };
}
