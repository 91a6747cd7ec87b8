using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>Prints what rows of a model can't have in common, for upserts: <c>Tag.Conflicts.g.cs</c>.</summary>
internal static class ConflictsEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        using var scope = writer.File(plan.Type);
        WriteChoice(writer, plan);
        writer.WriteLine();
        var unique = $"global::Covet.IUniqueModel<{plan.Type.Global}, {plan.Type.GlobalBeside("Conflicts")}>";
        using var model = writer.Block($"partial {plan.Type.Keyword} {plan.Type.Identifier} : {unique}");
        writer.WriteMember($"""
            /// <inheritdoc/>
            {plan.Type.Global} {unique}.Self => this;
            """);
        writer.WriteMember("/// <summary>The statements of upserts.</summary>");
        using var conflicts = writer.Block("internal static class ModelConflicts");
        foreach (var target in plan.Conflicts)
            WriteTarget(writer, plan, target);
    }

    private static readonly string[] ObjectMembers = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    public static string TargetOf(ModelPlan plan) => $"global::Covet.ConflictTarget<{plan.Type.Global}>";

    private static void WriteChoice(SourceWriter writer, ModelPlan plan)
    {
        writer.WriteLine($"/// <summary>What no two {Words.Many(plan.Type)} have in common, by which an upsert finds the row that is there: the key, unique columns, unique sets of columns.</summary>");
        using var type = writer.Block($"{plan.Type.Accessibility} readonly partial struct {plan.Type.Beside("Conflicts")}");
        foreach (var target in plan.Conflicts)
        {
            var columns = string.Join(", ", target.Columns.Select(column => $"<c>{Literals.Xml(column.Name)}</c>"));
            writer.WriteMember($"""
                /// <summary>{(target.IsKey(plan.Key) ? "The key" : "The unique")} {columns}.</summary>
                {target.Accessibility} {TargetOf(plan)} {Identifiers.Escape(target.Name)} => {plan.Type.Global}.ModelConflicts.{Identifiers.Escape(target.Name)};
                """);
        }

        WriteRefusals(writer, plan);
    }

    /// <summary>Writes members for columns that aren't unique, which don't compile and say why.</summary>
    private static void WriteRefusals(SourceWriter writer, ModelPlan plan)
    {
        var unique = string.Join(" or ", plan.Conflicts.Select(target => "x => x." + target.Name));
        var taken = new HashSet<string>(plan.Conflicts.Select(target => target.Name).Concat(ObjectMembers), StringComparer.Ordinal) { plan.Type.Beside("Conflicts") };
        foreach (var column in plan.Columns.Where(column => taken.Add(column.Property)))
        {
            var why = Literals.Text($"{plan.Type.Name}.{column.Property} isn't unique, so an upsert can't go by it. Name what is, {unique}, or mark {column.Property} with [Unique].");
            writer.WriteMember($"""
                /// <summary>Not unique: doesn't compile.</summary>
                {Refs.Hidden}
                [global::System.Obsolete({why}, error: true)]
                {column.Accessibility} {TargetOf(plan)} {column.Identifier} => throw new global::System.NotSupportedException({why});
                """);
        }
    }

    private static void WriteTarget(SourceWriter writer, ModelPlan plan, ConflictPlan target)
    {
        writer.WriteMember($"public static readonly {TargetOf(plan)} {Identifiers.Escape(target.Name)} = new(new()");
        using var facts = writer.Body("});");
        var isKey = target.IsKey(plan.Key);
        writer.WriteLine($"Name = {Literals.Text(target.Name)},");
        if (isKey)
            writer.WriteLine("IsKey = true,");
        if (Missing(target) is { } missing)
            writer.WriteLine($"Missing = static model => {missing},");
        if (Order(target) is { } order)
            writer.WriteLine($"Order = static (left, right) => {order},");
        Write(writer, "Select", DialectText.Of(dialect => dialect.Select(plan, target.Columns)), target.Columns);
        Write(writer, "Update", DialectText.Of(dialect => ConflictSql.Update(dialect, plan, target)), ConflictSql.Written(plan, target).Concat(target.Columns).Distinct());
        WriteInserts(writer, plan, target, "", withKey: true);
        if (plan.Key.Source == KeySource.Database && !isKey)
            WriteInserts(writer, plan, target, "WithoutKey", withKey: false);
    }

    private static void WriteInserts(SourceWriter writer, ModelPlan plan, ConflictPlan target, string suffix, bool withKey)
    {
        var columns = plan.Inserted(withKey).ToList();
        Write(writer, "Upsert" + suffix, DialectText.Of(dialect => ConflictSql.Upsert(dialect, plan, target, withKey)), columns);
        Write(writer, "Create" + suffix, DialectText.Of(dialect => ConflictSql.Create(dialect, plan, target, withKey)), columns);
    }

    private static void Write(SourceWriter writer, string name, DialectText sql, IEnumerable<ColumnPlan> columns) =>
        writer.WriteSqlText($"{name} = new(", sql, $", [{ReloadEmitter.Parameters(columns)}]),");

    /// <summary>How two instances compare that have all values; null where a value has no order.</summary>
    private static string? Order(ConflictPlan target)
    {
        if (target.Columns.Any(column => column.Type.Mapping is Mapping.Json or Mapping.Array))
            return null;
        var comparisons = target.Columns.Select(column => Compare(column)).ToList();
        var first = comparisons.Take(comparisons.Count - 1).Select((comparison, i) => $"{comparison} is not 0 and var order{i} ? order{i} : ");
        return string.Concat(first) + comparisons[comparisons.Count - 1];
    }

    private static string Compare(ColumnPlan column)
    {
        const string order = "global::Covet.Infrastructure.ValueOrder";
        var some = column.Type is { IsNullable: true, Clr.IsValueType: true } ? "!.Value" : column.Type.IsNullable ? "!" : "";
        var (left, right) = ($"left.{column.Identifier}{some}", $"right.{column.Identifier}{some}");
        return column.Type.Mapping switch
        {
            Mapping.EnumNumber or Mapping.EnumText => $"{order}.OfEnum({left}, {right})",
            Mapping.Converter => $"{order}.Of({column.Type.Converter}.ToStored({left}), {column.Type.Converter}.ToStored({right}))",
            _ => $"{order}.Of({left}, {right})",
        };
    }

    /// <summary>The name of the first column that has no value; null where all have one always. A key that somebody makes is asked for elsewhere.</summary>
    private static string? Missing(ConflictPlan target)
    {
        var tests = target.Columns.Where(column => column.Type.IsNullable || !column.Type.Clr.IsValueType)
            .Select(column => $"model.{column.Identifier} is null ? {Literals.Text(column.Property)} : ")
            .ToList();
        return tests.Count == 0 ? null : string.Concat(tests) + "null";
    }
}
