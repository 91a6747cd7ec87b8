namespace Covet.Infrastructure;

/// <summary>The values of a statement, ready to be bound to a command; bound anew each time the statement runs.</summary>
public abstract class SqlParameters
{
    /// <summary>No values.</summary>
    public static SqlParameters None { get; } = new NoParameters();

    /// <summary>Adds the values to a command.</summary>
    /// <param name="binder">The provider's binder for that command.</param>
    public abstract void BindTo(ParameterBinder binder);

    private sealed class NoParameters : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
        }
    }
}
