namespace Covet.Infrastructure;

/// <summary>Holds the keys that an INSERT gave back until the whole insert is known to have succeeded (docs/decisions/which-key-is-whose.md).</summary>
/// <param name="writer">Reads and writes keys.</param>
/// <param name="rows">The rows that were inserted.</param>
/// <param name="numbersInOrder">As <see cref="SqlDialect.NumbersRowsInOrder"/> says.</param>
internal sealed class InsertedKeys<TModel>(ModelWriter<TModel> writer, InsertedRows<TModel> rows, bool numbersInOrder) : ResultConsumer
    where TModel : class, IModel<TModel>
{
    private readonly long[] _keys = new long[rows.Count];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Rows == _keys.Length)
                throw Differs("more keys");
            _keys[Rows++] = writer.ReadMadeKey(ref reader);
        }
        if (Rows < _keys.Length)
            throw Differs($"{(Rows == 0 ? "no" : $"only {Rows}")} keys");
        if (numbersInOrder && _keys.Max() - _keys.Min() == _keys.Length - 1)
            Array.Sort(_keys);
    }

    /// <summary>Gives the instances their keys.</summary>
    public void Apply()
    {
        for (int i = 0; i < _keys.Length; i++)
            writer.TakeMadeKey(rows[i], _keys[i]);
    }

    private InvalidOperationException Differs(string found) => new(
        $"The INSERT of {_keys.Length} {TModel.Info.Name} rows gave {found} back. Is a trigger or rule suppressing or adding rows?");
}
