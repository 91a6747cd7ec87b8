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

    /// <summary>Columns, one after the other.</summary>
    public static string List(IEnumerable<string> columns, string prefix = "") => string.Join(", ", columns.Select(column => prefix + Quote(column)));

    /// <summary>A table's name with its schema, where the dialect has schemas.</summary>
    public abstract string Table(string? schema, string name);

    /// <summary>The statement that loads the rows whose columns are among a list of keys: at most one for each.</summary>
    public string One(NeighbourPlan child, IReadOnlyList<string> keys) =>
        $"SELECT {List(child.Columns)} FROM {Table(child.Schema, child.Table)} WHERE {InList("", keys)}";

    /// <summary>The statement that loads the rows whose columns are among a list of keys, in the order of their own key.</summary>
    public string Many(NeighbourPlan child, IReadOnlyList<string> keys) => $"{One(child, keys)} ORDER BY {List(child.Key)}";

    /// <summary>The same through a link table, whose columns of the parent's key follow the child's columns.</summary>
    public string Many(LinkPlan link)
    {
        var keys = link.Own.Select(pair => pair.ThereColumn).ToList();
        var join = string.Join(" AND ", link.Other.Select(pair => $"l.{Quote(pair.ThereColumn)} = t.{Quote(pair.HereColumn)}"));
        var (child, table) = (link.Target, Table(link.Schema, link.Table));
        return $"SELECT {List(child.Columns, "t.")}, {List(keys, "l.")} FROM {Table(child.Schema, child.Table)} AS t JOIN {table} AS l ON {join} "
            + $"WHERE {InList("l.", keys)} ORDER BY {List(child.Key, "t.")}";
    }

    /// <summary>The statement that inserts a row, and returns what the database makes: a key, a row version.</summary>
    public string Insert(ModelPlan plan, bool withKey) =>
        InsertInto(plan, withKey) + Returning(plan.Key.Columns.Where(_ => !withKey).Concat(plan.Columns.Where(column => column.IsRowVersion)));

    /// <summary>The statement that inserts a row, before what it returns.</summary>
    public string InsertInto(ModelPlan plan, bool withKey)
    {
        var columns = plan.Inserted(withKey).ToList();
        var names = List(columns.Select(column => column.Name));
        var values = string.Join(", ", columns.Select(column => "@" + Parameter(column)));
        return $"INSERT INTO {Table(plan.Schema, plan.Table)} {(columns.Count == 0 ? "DEFAULT VALUES" : $"({names})\nVALUES ({values})")}";
    }

    /// <summary>The statement that writes all columns of a row, if it has the version that the instance has; returns a version that the database makes.</summary>
    public string Update(ModelPlan plan) =>
        $"UPDATE {Table(plan.Schema, plan.Table)}\nSET {Join(", ", [Assignments(", ", plan.Updated), Count(plan)])}\nWHERE {Match(plan)}"
        + Returning(plan.Columns.Where(column => column.IsRowVersion));

    /// <summary>The statement that deletes a row, if it has the version that the instance has.</summary>
    public string Delete(ModelPlan plan) => $"DELETE FROM {Table(plan.Schema, plan.Table)} WHERE {Match(plan)}";

    /// <summary>What counts a row's version up in an UPDATE; empty where there is none, or the database does so itself.</summary>
    public string Count(ModelPlan plan, string prefix = "") => plan.Version is { } version && (!version.IsRowVersion || !HasRowVersions)
        ? $"{Quote(version.Name)} = {prefix}{Quote(version.Name)} + 1"
        : "";

    /// <summary>Texts that aren't empty, one after the other.</summary>
    public static string Join(string separator, IEnumerable<string> texts) => string.Join(separator, texts.Where(text => text.Length > 0));

    /// <summary>Whether each row has a version of its own that the database makes.</summary>
    protected abstract bool HasRowVersions { get; }

    private static string Match(ModelPlan plan) =>
        Assignments(" AND ", plan.Version is { } version ? plan.Key.Columns.Append(version) : plan.Key.Columns);

    private static string Returning(IEnumerable<ColumnPlan> columns) => List(columns.Select(column => column.Name)) is { Length: > 0 } list ? $"\nRETURNING {list}" : "";

    /// <summary>The statement that selects the row whose columns have the values of an instance.</summary>
    public string Select(ModelPlan plan, IEnumerable<ColumnPlan> by) =>
        $"SELECT {List(plan.Columns.Select(column => column.Name))} FROM {Table(plan.Schema, plan.Table)} WHERE {Assignments(" AND ", by)}";

    /// <summary>The name of the parameter that carries a column's value: the column's, unless that is no plain word.</summary>
    public static string Parameter(ColumnPlan column)
    {
        var name = column.Name;
        var isPlain = name.All(character => character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && name.Length > 0 && !char.IsDigit(name[0]);
        var isNumbered = name.Length > 1 && name[0] == 'c' && name.Skip(1).All(char.IsDigit);
        return isPlain && !isNumbered ? name : $"c{column.Ordinal}";
    }

    /// <summary>The test that columns are among the keys of the parameter <c>keys</c>.</summary>
    protected abstract string InList(string prefix, IReadOnlyList<string> columns);

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

    /// <summary>Columns beside the parameters that carry their values.</summary>
    public static string Assignments(string separator, IEnumerable<ColumnPlan> columns) =>
        string.Join(separator, columns.Select(column => $"{Quote(column.Name)} = @{Parameter(column)}"));

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
        var lines = table.Columns.Where(IsStored).Select(column => column.IsIdentity ? Identity(table, column) : Column(column)).ToList();
        if (!IdentityIsKey || !table.Columns.Any(column => column.IsIdentity))
            lines.Add($"CONSTRAINT {Quote(table.KeyName)} PRIMARY KEY ({List(table.Key)})");
        lines.AddRange(table.Uniques.Select(unique => $"CONSTRAINT {Quote(unique.Name)} UNIQUE ({List(unique.Columns)})"));
        lines.AddRange(table.References.Where(reference => AllowsForward || !reference.IsForward).Select(Constraint));

        var text = new StringBuilder();
        text.Append($"CREATE TABLE IF NOT EXISTS {Table(table.Schema, table.Name)} (\n    ");
        text.Append(string.Join(",\n    ", lines));
        return text.Append("\n)").Append(TableSuffix).Append(';').ToString();
    }

    private bool IsStored(TableColumn column) => column.Type.Stored != StoreKind.RowVersion || !HasRowVersions;

    private string Column(TableColumn column) =>
        $"{Quote(column.Name)} {TypeOf(column)}{(column.Type.IsNullable ? "" : " NOT NULL")}{(column.Default is { } value ? $" DEFAULT {Literal(column.Type.Stored, value)}" : "")}";

    /// <summary>A constant as SQL; Guids as SQLite stores them.</summary>
    private static string Literal(StoreKind kind, string value) => kind switch
    {
        StoreKind.Guid => $"'{Guid.Parse(value).ToString("D").ToUpperInvariant()}'",
        StoreKind.String => $"'{value.Replace("'", "''")}'",
        _ => value,
    };

    private static string Action(OnDeleteAction action) => action switch
    {
        OnDeleteAction.Cascade => "CASCADE",
        OnDeleteAction.SetNull => "SET NULL",
        OnDeleteAction.SetDefault => "SET DEFAULT",
        OnDeleteAction.NoAction => "NO ACTION",
        _ => "RESTRICT",
    };
}
