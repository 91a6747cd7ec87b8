using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>The statements that write a row which may have something in common with one that is there. Both dialects write them alike.</summary>
internal static class ConflictSql
{
    /// <summary>Inserts a row, or updates the one that is there; returns its key.</summary>
    public static string Upsert(DialectSql dialect, ModelPlan plan, ConflictPlan target, bool withKey)
    {
        var set = Written(plan, target).Select(column => $"{DialectSql.Quote(column.Name)} = excluded.{DialectSql.Quote(column.Name)}");
        return $"{dialect.InsertInto(plan, withKey)}\nON CONFLICT ({List(target.Columns)}) DO UPDATE SET "
            + $"{DialectSql.Join(", ", set.Append(dialect.Count(plan, DialectSql.Quote(plan.Table) + ".")))}\nRETURNING {List(plan.Returned)}";
    }

    /// <summary>Inserts a row, unless there is one; returns the key of the new one.</summary>
    public static string Create(DialectSql dialect, ModelPlan plan, ConflictPlan target, bool withKey) =>
        $"{dialect.InsertInto(plan, withKey)}\nON CONFLICT ({List(target.Columns)}) DO NOTHING\nRETURNING {List(plan.Returned)}";

    /// <summary>Updates the row that is there; returns its key.</summary>
    public static string Update(DialectSql dialect, ModelPlan plan, ConflictPlan target) =>
        $"UPDATE {dialect.Table(plan.Schema, plan.Table)}\nSET {DialectSql.Join(", ", [DialectSql.Assignments(", ", Written(plan, target)), dialect.Count(plan)])}\n"
        + $"WHERE {DialectSql.Assignments(" AND ", target.Columns)}\nRETURNING {List(plan.Returned)}";

    /// <summary>
    /// The columns that an update writes: all but the key, what the rows have in common, and when the row was inserted. Where that is none, one of what they have
    /// in common, which stays as it is: without an update nothing is returned.
    /// </summary>
    public static IReadOnlyList<ColumnPlan> Written(ModelPlan plan, ConflictPlan target)
    {
        var written = plan.Updated.Where(column => column.Role != ColumnRole.CreatedAt && !target.Columns.Contains(column)).ToList();
        return written.Count > 0 ? written : [target.Columns[0]];
    }

    private static string List(IEnumerable<ColumnPlan> columns) => DialectSql.List(columns.Select(column => column.Name));
}
