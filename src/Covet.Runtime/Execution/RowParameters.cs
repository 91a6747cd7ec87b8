namespace Covet.Infrastructure;

/// <summary>The values of a statement that writes many rows.</summary>
internal sealed class RowParameters(RowValues rows) : SqlParameters
{
    public override void BindTo(ParameterBinder binder) => binder.AddRows(rows);
}
