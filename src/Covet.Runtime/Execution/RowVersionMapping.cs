namespace Covet.Infrastructure;

/// <summary>A row's version as PostgreSQL makes it, <c>xmin</c>, whose type no other value has.</summary>
public sealed class RowVersionMapping : ValueMapping<uint>
{
    internal override Type? Stored => typeof(RowVersionMapping);

    /// <inheritdoc/>
    public override uint Read<TReader>(ref TReader row, int ordinal) => row.GetRowVersion(ordinal);

    /// <inheritdoc/>
    public override void Bind(ParameterBinder binder, string name, uint value) => binder.AddRowVersion(name, value);

    /// <inheritdoc/>
    public override void BindNull(ParameterBinder binder, string name) => binder.AddRowVersionNull(name);

    /// <inheritdoc/>
    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<uint> values)
        => throw new NotSupportedException($"A list of row versions can't be sent (parameter @{name}): compare them one by one.");
}
