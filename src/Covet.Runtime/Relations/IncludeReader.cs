namespace Covet.Infrastructure;

/// <summary>Reads one included relation from the columns behind its parent's.</summary>
internal abstract class IncludeReader
{
    private IncludeReader[] _nested = [];

    public static IncludeReader[] For(List<IncludeNode> nodes, Database database, FetchMode mode)
    {
        var readers = new IncludeReader[nodes.Count];
        for (int i = 0; i < readers.Length; i++)
        {
            readers[i] = ((IJoinable)nodes[i].Path.Via!).CreateReader(database, mode);
            readers[i]._nested = For(nodes[i].Children, database, mode);
        }
        return readers;
    }

    /// <summary>Reads what the parent's row holds and moves the ordinal behind it.</summary>
    public abstract void Read<TReader>(ref TReader row, ref int ordinal, object parent) where TReader : struct, IRowReader;

    /// <summary>Gives what one instance of a row was read with to another, whose foreign key is still the same.</summary>
    public abstract void Move(object from, object to);

    /// <summary>Ends the reading: the instances become siblings.</summary>
    public virtual void End()
    {
        foreach (var nested in _nested)
            nested.End();
    }

    protected abstract void Skip(ref int ordinal);

    protected void ReadNested<TReader>(ref TReader row, ref int ordinal, object parent) where TReader : struct, IRowReader
    {
        foreach (var nested in _nested)
            nested.Read(ref row, ref ordinal, parent);
    }

    protected void SkipNested(ref int ordinal)
    {
        foreach (var nested in _nested)
        {
            nested.Skip(ref ordinal);
            nested.SkipNested(ref ordinal);
        }
    }
}

internal sealed class IncludeReader<TParent, TChild, TKey>(ToOneRelation<TParent, TChild, TKey> relation, Database database, FetchMode mode) : IncludeReader
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    private readonly List<TChild> _children = [];

    public override void Read<TReader>(ref TReader row, ref int ordinal, object parent)
    {
        int first = ordinal;
        ordinal += TChild.ColumnCount;
        if (row.IsNull(first + TChild.Info.KeyOrdinals[0]))
        {
            SkipNested(ref ordinal);
            relation.SetLoaded((TParent)parent, null);
            return;
        }
        TChild child;
        try
        {
            child = TChild.Read(ref row, first);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of<TChild>(row, first, exception);
        }
        _children.Add(child);
        ReadNested(ref row, ref ordinal, child);
        relation.SetLoaded((TParent)parent, child);
        relation.SetBack(child, (TParent)parent);
    }

    public override void Move(object from, object to)
    {
        var (read, known) = ((TParent)from, (TParent)to);
        bool has = relation.TryGetKey(read, out var key);
        if (has != relation.TryGetKey(known, out var other) || (has && !key.Equals(other)))
            return;
        var child = relation.GetLoaded(read);
        relation.SetLoaded(known, child);
        if (child is not null)
            relation.SetBack(child, known);
    }

    public override void End()
    {
        Siblings<TChild>.Adopt(database, mode, _children);
        base.End();
    }

    protected override void Skip(ref int ordinal) => ordinal += TChild.ColumnCount;
}
