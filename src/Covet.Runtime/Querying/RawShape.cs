namespace Covet.Infrastructure;

/// <summary>A type that reads itself from the rows of a raw statement: its columns are found by name, once for a result.</summary>
internal sealed class RawShape<T> : RowShape<T> where T : IRow<T>
{
    private bool _isBound;
    private int[]? _ordinals;

    internal override IReadOnlyList<SqlExpression> Terms => throw new InvalidOperationException("A raw statement says itself what it selects.");

    internal override T Read<TReader>(ref TReader row, ModelSource source)
    {
        if (!_isBound)
            Bind(ref row);
        if (_ordinals is null)
            return T.Read(ref row, 0);
        var mapped = new MappedRow<TReader>(row, _ordinals);
        return T.Read(ref mapped, 0);
    }

    private protected override (string? Model, string? Member) NameAt(int ordinal)
        => (typeof(T).Name, T.MemberAt(_ordinals is null ? ordinal : Array.IndexOf(_ordinals, ordinal)));

    private void Bind<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < row.FieldCount; i++)
            names.TryAdd(Plain(row.GetName(i)), i);
        var ordinals = new int[T.ColumnCount];
        bool inOrder = true;
        for (int i = 0; i < ordinals.Length; i++)
        {
            string name = T.ColumnNames[i];
            if (!names.TryGetValue(Plain(name), out ordinals[i]))
            {
                throw new InvalidOperationException(
                    $"The statement gives no column {name}, which {typeof(T).Name} needs. It gives {string.Join(", ", names.Keys)}: add the column, or an alias AS {name}.");
            }
            inOrder &= ordinals[i] == i;
        }
        _ordinals = inOrder ? null : ordinals;
        _isBound = true;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
