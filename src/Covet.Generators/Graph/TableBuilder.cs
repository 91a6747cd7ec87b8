using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Models and hidden link tables become tables, in an order in which each comes after those it refers to, cycles aside.</summary>
internal static class TableBuilder
{
    public static IReadOnlyList<TablePlan> Build(IReadOnlyList<ModelNode> nodes)
    {
        var tables = new List<TablePlan>();
        ModelFailureException.ForEach(nodes, node => tables.AddRange(TablesOf(node)));
        return TableOrder.Of(tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList());
    }

    private static IEnumerable<TablePlan> TablesOf(ModelNode node) =>
        node.Links.Where(link => link.Table.Through is null).Select(OfLink).Prepend(OfModel(node));

    private static TablePlan OfModel(ModelNode node)
    {
        var key = node.Key;
        var references = node.References.Select(edge => OfReference(node, edge)).ToList();
        var uniques = node.Spec.Indexes.Where(index => index.IsConstraint).Select(index => OfIndex(node, index))
            .Concat(node.References.Where(edge => edge.Spec.IsOneToOne).Select(edge => Unique(node.Table, Names(edge.Columns))))
            .Where(unique => !unique.Columns.Equals(Names(key)));
        var distinct = Distinct(uniques);
        var indexes = node.Spec.Indexes.Where(index => !index.IsConstraint).Select(index => OfIndex(node, index)).ToList();
        var covered = distinct.Concat(indexes).Select(index => index.Columns).Append(Names(key)).ToList();
        return new TablePlan
        {
            Name = node.Table,
            Schema = node.Schema,
            Model = node.Type,
            Columns = node.Columns.Select(column => Column(key, column)).ToEquatable(),
            Key = Names(key),
            Uniques = distinct.ToEquatable(),
            Indexes = Distinct(indexes.Concat(IndexesFor(node.Table, references, covered))).ToEquatable(),
            References = references.ToEquatable(),
        };
    }

    /// <summary>A row version that the database doesn't make itself begins with 1.</summary>
    private static TableColumn Column(IReadOnlyList<ColumnNode> key, ColumnNode column) =>
        new(column.Name, column.Type, column.TypeName, KeyPlan.IsIdentity(key, column)) { Default = DefaultOf(column) };

    private static string? DefaultOf(ColumnNode column) =>
        column.Type.Stored == StoreKind.RowVersion ? "1" : column.Relation?.Default is { Kind: not DefaultKind.Other } given ? given.Value : null;

    private static TablePlan OfLink(LinkEdge link)
    {
        var (table, left, right) = (link.Table, Names(link.Table.Left), Names(link.Table.Right));
        TableReference[] references = [ToSide(table, left, link.From, table.Left), ToSide(table, right, link.To, table.Right)];
        var key = left.Concat(right).ToEquatable();
        return new TablePlan
        {
            Name = table.Name,
            Schema = table.Schema,
            Columns = table.Left.Concat(table.Right)
                .Select(column => new TableColumn(column.Name, column.Principal.Type.AsReference(isNullable: false), column.Principal.TypeName, IsIdentity: false))
                .ToEquatable(),
            Key = key,
            Uniques = default,
            Indexes = IndexesFor(table.Name, references, [key]).ToEquatable(),
            References = references.ToEquatable(),
        };
    }

    private static TableReference OfReference(ModelNode node, ReferenceEdge edge) => new(
        Naming.Constraint("fk", node.Table, Names(edge.Columns)),
        Names(edge.Columns),
        edge.To.Schema,
        edge.To.Table,
        Names(edge.Principal),
        edge.Spec.OnDelete);

    private static TableReference ToSide(LinkTable table, EquatableArray<string> columns, ModelNode side, IReadOnlyList<LinkColumn> link) => new(
        Naming.Constraint("fk", table.Name, columns),
        columns,
        side.Schema,
        side.Table,
        link.Select(column => column.Principal.Name).ToEquatable(),
        OnDeleteAction.Cascade);

    private static TableIndex OfIndex(ModelNode node, IndexSpec index)
    {
        var columns = index.Properties.SelectMany(property => IndexChecks.ColumnsOf(node, property)).Select(column => column.Name).ToEquatable();
        return new TableIndex(index.Name ?? Naming.Constraint(index.IsConstraint ? "uq" : "ix", node.Table, columns), columns, index.IsUnique);
    }

    private static TableIndex Unique(string table, EquatableArray<string> columns) => new(Naming.Constraint("uq", table, columns), columns, IsUnique: true);

    private static List<TableIndex> Distinct(IEnumerable<TableIndex> indexes) =>
        indexes.Where(index => index.Columns.Count > 0).GroupBy(index => index.Name, StringComparer.Ordinal).Select(same => same.First()).ToList();

    /// <summary>An index for each foreign key that no other index begins with.</summary>
    private static IEnumerable<TableIndex> IndexesFor(string table, IEnumerable<TableReference> references, IReadOnlyList<EquatableArray<string>> covered) =>
        from reference in references
        where !covered.Any(index => index.Take(reference.Columns.Count).SequenceEqual(reference.Columns))
        select new TableIndex(Naming.Constraint("ix", table, reference.Columns), reference.Columns, IsUnique: false);

    private static EquatableArray<string> Names(IEnumerable<ColumnNode> columns) => columns.Select(column => column.Name).ToEquatable();

    private static EquatableArray<string> Names(IEnumerable<LinkColumn> columns) => columns.Select(column => column.Name).ToEquatable();
}
