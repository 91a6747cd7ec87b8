namespace Covet.Infrastructure;

/// <summary>A broken constraint: what the database says, and what the models know beyond that.</summary>
internal sealed class ConstraintFailure
{
    private ConstraintFailure(DatabaseFailure failure, TableFacts? table, ConstraintFacts? constraint)
    {
        Code = failure.Code;
        Constraint = failure.Constraint ?? constraint?.Name;
        Table = failure.Table;
        Columns = failure.Columns.Count > 0 ? failure.Columns : constraint?.Columns ?? [];
        Model = table?.Model?.Name;
        Members = table?.Model is { } model ? MembersOf(model, Columns) : [];
        IsKey = table?.Model is { } keyed && Columns.Count > 0 && Columns.SequenceEqual(keyed.KeyArray.Select(static column => column.Name));
    }

    public string? Code { get; }

    public string? Constraint { get; }

    public string? Table { get; }

    public IReadOnlyList<string> Columns { get; }

    public string? Model { get; }

    public IReadOnlyList<string> Members { get; }

    /// <summary>Whether its columns are the model's key.</summary>
    public bool IsKey { get; }

    /// <summary>What the constraint is about, in the program's words where it has them.</summary>
    public string Subject => (Model, Members, Columns, Table) switch
    {
        ({ } model, { Count: > 0 } members, _, _) => $"{model}.{string.Join(" and ", members)}",
        (_, _, { Count: > 0 } columns, { } table) => $"{table}.{string.Join(" and ", columns)}",
        (_, _, { Count: > 0 } columns, _) => string.Join(" and ", columns),
        _ => "value",
    };

    /// <summary>Where that is in the database; empty where it isn't known.</summary>
    public string At => Table is null ? "" : Columns.Count == 0 ? $" of table {Table}" : $" (table {Table}, {(Columns.Count == 1 ? "column" : "columns")} {string.Join(", ", Columns)})";

    /// <summary>Completes what the database says of a constraint.</summary>
    /// <param name="failure">What it says.</param>
    /// <param name="tables">The tables that are known.</param>
    public static ConstraintFailure Of(DatabaseFailure failure, TableFacts[] tables)
    {
        var table = Only(tables.Where(table => table.Name == failure.Table && (failure.Schema is null || table.Schema == failure.Schema)))
            ?? Only(tables.Where(table => table.Name == failure.Table && table.Schema is null));
        var constraint = failure.Constraint is { } name
            ? table?.Constraints.FirstOrDefault(constraint => constraint.Name == name)
            : failure.Kind == FailureKind.Unique ? Only(table?.Constraints.Where(constraint => constraint.Columns.SequenceEqual(failure.Columns)) ?? []) : null;
        return new ConstraintFailure(failure, table, constraint);
    }

    /// <summary>The constraint with its name and its place, or as much of that as is known.</summary>
    /// <param name="kind">What it is.</param>
    public string Describe(string kind) => Constraint is null ? kind + At : $"{kind}, {Constraint}{At}";

    private static T? Only<T>(IEnumerable<T> items) where T : class
    {
        T[] found = [.. items.Take(2)];
        return found is [var only] ? only : null;
    }

    private static List<string> MembersOf(ModelInfo model, IReadOnlyList<string> columns)
    {
        var members = new List<string>();
        foreach (string column in columns)
        {
            if (model.ColumnArray.FirstOrDefault(known => known.Name == column) is not { } known)
                return [];
            members.Add(known.Property);
        }
        return members;
    }
}
