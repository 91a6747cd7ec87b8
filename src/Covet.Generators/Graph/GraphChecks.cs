using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>What can be wrong with models that are each right by themselves. A member that would break its class is left out.</summary>
internal static class GraphChecks
{
    public static void Run(IReadOnlyList<ModelNode> nodes, ProblemList problems)
    {
        ModelFailureException.ForEach(nodes, node =>
        {
            CheckColumns(node, problems);
            MemberChecks.Run(node, problems);
            IndexChecks.Run(node, problems);
        });
        CheckTables(nodes, problems);
        CycleChecks.Run(nodes, problems);
    }

    private static void CheckColumns(ModelNode node, ProblemList problems)
    {
        var byColumn = new Dictionary<string, ColumnNode>(StringComparer.Ordinal);
        foreach (var column in node.Columns)
        {
            var site = column.Relation?.Property.Name ?? column.Property;
            if (DatabaseNames.Flaw(column.Name) is { } flaw)
                problems.Add(RuleIds.Identifier, node, site, $"The column of '{node.Name}.{column.Property}'", DatabaseNames.Shown(column.Name), flaw);
            if (column.Role != ColumnRole.None && UnfitRole(node, column) is { } reason)
                problems.Add(RuleIds.Role, node, site, node.Name, column.Property, column.Role.ToString(), reason);
            if (byColumn.TryGetValue(Naming.Fold(column.Name), out var other))
                problems.Add(RuleIds.DuplicateColumn, node, site, node.Name, other.Property, column.Property, column.Name);
            else
                byColumn.Add(Naming.Fold(column.Name), column);
        }
    }

    private static string? UnfitRole(ModelNode node, ColumnNode column)
    {
        if (column.Type.Stored != StoreKind.RowVersion)
            return null;
        if (column.Name != ColumnBuilder.RowVersionColumn)
            return $"a uint is PostgreSQL's column {ColumnBuilder.RowVersionColumn}, which has no other name. Leave the name out, or make it an int";
        return node.Spec.Indexes.Any(index => index.Properties.Contains(column.Property))
            ? $"a uint is PostgreSQL's column {ColumnBuilder.RowVersionColumn}, which can't be in an index"
            : null;
    }

    private static void CheckTables(IReadOnlyList<ModelNode> nodes, ProblemList problems)
    {
        var byTable = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in nodes)
            CheckTable(byTable, node, null, node.Name, node.Table, problems);
        foreach (var link in nodes.SelectMany(node => node.Links).Where(link => link.Table.Through is null))
            CheckTable(byTable, link.From, link.Name, $"{link.From.Name}.{link.Name}", link.Table.Name, problems);
    }

    /// <summary>SQLite has no schemas, so equal names in two schemas are one table there.</summary>
    private static void CheckTable(
        Dictionary<string, string> byTable, ModelNode node, string? member, string owner, string table, ProblemList problems)
    {
        if (DatabaseNames.Flaw(table) is { } flaw)
            problems.Add(RuleIds.Identifier, node, member, $"The table of '{owner}'", DatabaseNames.Shown(table), flaw);
        if (byTable.TryGetValue(Naming.Fold(table), out var other))
            problems.Add(RuleIds.DuplicateTable, node, member, other, owner, table);
        else
            byTable.Add(Naming.Fold(table), owner);
    }
}
