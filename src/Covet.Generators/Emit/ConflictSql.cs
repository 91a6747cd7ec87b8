using Covet.Generators.Graph;

namespace Covet.Generators.Emit;

/// <summary>The statements that write a row which may have something in common with one that is there. Both dialects write them alike.</summary>
internal static class ConflictSql
{
    /// <summary>Inserts a row, or updates the one that is there; returns its key.</summary>
    public static string Upsert(DialectSql dialect, ModelPlan plan, ConflictPlan target, bool withKey)
    {
        var set = string.Join(", ", Written(plan, target).Select(column => $"{DialectSql.Quote(column.Name)} = excluded.{DialectSql.Quote(column.Name)}"));
        return $"{dialect.InsertInto(plan, withKey)}\nON CONFLICT ({List(target.Columns)}) DO UPDATE SET {set}\nRETURNING {List(plan.Key.Columns)}";
    }

    /// <summary>Inserts a row, unless there is one; returns the key of the new one.</summary>
    public static string Create(DialectSql dialect, ModelPlan plan, ConflictPlan target, bool withKey) =>
        $"{dialect.InsertInto(plan, withKey)}\nON CONFLICT ({List(target.Columns)}) DO NOTHING\nRETURNING {List(plan.Key.Columns)}";

    /// <summary>Updates the row that is there; returns its key.</summary>
    public static string Update(DialectSql dialect, ModelPlan plan, ConflictPlan target) =>
        $"UPDATE {dialect.Table(plan.Schema, plan.Table)}\nSET {DialectSql.Assignments(", ", Written(plan, target))}\n"
        + $"WHERE {DialectSql.Assignments(" AND ", target.Columns)}\nRETURNING {List(plan.Key.Columns)}";

    /// <summary>
    /// The columns that an update writes: all but the key and what the rows have in common. Where that is none, one of these, which stays as it is: without
    /// an update nothing is returned.
    /// </summary>
    public static IReadOnlyList<ColumnPlan> Written(ModelPlan plan, ConflictPlan target)
    {
        var written = plan.Columns.Where(column => !column.IsKey && !target.Columns.Contains(column)).ToList();
        return written.Count > 0 ? written : [target.Columns[0]];
    }

    private static string List(IEnumerable<ColumnPlan> columns) => DialectSql.List(columns.Select(column => column.Name));
}
