using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>What SQLite writes in its own way: STRICT tables, few types, no schemas.</summary>
internal sealed class SqliteSql : DialectSql
{
    protected override string TableSuffix => " STRICT";

    protected override bool HasRowVersions => false;

    protected override bool IdentityIsKey => true;

    protected override bool AllowsForward => true;

    public override string Table(string? schema, string name) => Quote(name);

    protected override string InList(string prefix, IReadOnlyList<string> columns) => columns.Count == 1
        ? $"{prefix}{Quote(columns[0])} IN (SELECT value FROM json_each(@keys))"
        : $"({List(columns, prefix)}) IN (SELECT {string.Join(", ", columns.Select((_, i) => $"value ->> {i}"))} FROM json_each(@keys))";

    protected override string TypeOf(TableColumn column) => column.Type.Mapping == Mapping.Array ? "TEXT" : TypeOf(column.Type.Stored);

    protected override string Identity(TablePlan table, TableColumn column) =>
        $"{Quote(column.Name)} INTEGER NOT NULL CONSTRAINT {Quote(table.KeyName)} PRIMARY KEY AUTOINCREMENT";

    protected override IEnumerable<string> Schemas(EquatableArray<TablePlan> tables) => [];

    protected override IEnumerable<string> Afterwards(EquatableArray<TablePlan> tables) => [];

    private static string TypeOf(StoreKind kind) => kind switch
    {
        StoreKind.Single or StoreKind.Double => "REAL",
        StoreKind.Decimal => "TEXT COLLATE covet_decimal",
        StoreKind.Bytes => "BLOB",
        StoreKind.String or StoreKind.Char or StoreKind.Guid or StoreKind.DateTime or StoreKind.DateTimeOffset or StoreKind.DateOnly or StoreKind.TimeOnly => "TEXT",
        _ => "INTEGER",
    };
}
