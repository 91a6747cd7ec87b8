using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// A write broke a constraint. Each kind that has a name is a derived type; this one itself is all the rest, such as PostgreSQL's exclusion
/// constraints. What it names is what the database says, completed from the models where they know more.
/// </summary>
public class ConstraintViolationException : DatabaseException
{
    private protected ConstraintViolationException(string message, ConstraintFailure failure, Exception inner) : base(message, failure.Code, inner)
    {
        Constraint = failure.Constraint;
        Table = failure.Table;
        Columns = failure.Columns;
        Model = failure.Model;
        Members = failure.Members;
    }

    internal ConstraintViolationException(ConstraintFailure failure, Exception inner)
        : this($"The write breaks {failure.Describe("a constraint")}{FailureText.Quoted(inner)}", failure, inner)
    {
    }

    /// <summary>The constraint's name; null where neither the database nor a model names it: NOT NULL has none, and SQLite doesn't say which foreign key it was.</summary>
    public string? Constraint { get; }

    /// <summary>The table that has the constraint, without its schema; null where it isn't known.</summary>
    public string? Table { get; }

    /// <summary>The constraint's columns; empty where they aren't known.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The model of <see cref="Table"/>; null where there is none, as for a hidden link table, or it isn't known.</summary>
    public string? Model { get; }

    /// <summary>The members of <see cref="Model"/> that hold <see cref="Columns"/>; empty where they aren't known.</summary>
    public IReadOnlyList<string> Members { get; }
}
