namespace Covet.Infrastructure;

/// <summary>
/// Holds what an INSERT gave back, the keys that the database made and row versions, until the whole insert is known to have succeeded
/// (docs/decisions/which-key-is-whose.md).
/// </summary>
/// <param name="writer">Reads and writes keys.</param>
/// <param name="rows">The rows that were inserted.</param>
/// <param name="numbersInOrder">As <see cref="SqlDialect.NumbersRowsInOrder"/> says.</param>
internal sealed class InsertedKeys<TModel>(ModelWriter<TModel> writer, InsertedRows<TModel> rows, bool numbersInOrder) : ResultConsumer
    where TModel : class, IModel<TModel>
{
    private readonly (long Key, long Version)[] _made = new (long, long)[rows.Count];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Rows == _made.Length)
                throw Differs("more keys");
            try
            {
                _made[Rows++] = writer.ReadMade(ref reader, rows.HasKeys);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => writer.ReadMade(ref noted, rows.HasKeys), TModel.Info);
            }
        }
        if (Rows < _made.Length)
            throw Differs(Rows == 0 ? "no key" : $"only {Rows} keys");
        if (numbersInOrder && !rows.HasKeys && HasNoGaps())
            Array.Sort(_made);
    }

    /// <summary>Gives the instances what the database made.</summary>
    public void Apply()
    {
        for (int i = 0; i < _made.Length; i++)
            writer.TakeMade(rows[i], _made[i], rows.HasKeys);
    }

    private bool HasNoGaps()
    {
        long least = long.MaxValue;
        long greatest = long.MinValue;
        foreach (var (key, _) in _made)
            (least, greatest) = (Math.Min(least, key), Math.Max(greatest, key));
        return greatest - least == _made.Length - 1;
    }

    private InvalidOperationException Differs(string found)
    {
        string rowsText = _made.Length == 1 ? TModel.Info.AnyName : $"{_made.Length} {TModel.Info.Name} rows";
        return new($"The INSERT of {rowsText} gave {found} back. Is a trigger or rule suppressing {(_made.Length == 1 ? "it" : "some")}?");
    }
}
