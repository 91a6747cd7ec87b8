namespace Covet.Infrastructure;

/// <summary>One direction of a <c>[ManyToMany]</c> through a model of the user's own.</summary>
/// <typeparam name="TParent">The model that has the set.</typeparam>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TKey">The parent's key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The child's key, by which it is linked, as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <typeparam name="TThrough">The model of the links.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ThroughRelation<TParent, TChild, TKey, TChildKey, TQuery, TThrough>(RelationFacts facts)
    : ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery>(facts)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
    where TThrough : class, IModel<TThrough>
{
    private int[] Payload => field ??= [.. Enumerable.Range(0, TThrough.Info.ColumnArray.Length).Where(IsPayload)];

    /// <summary>Whether links have a key that the program makes, which is another for each.</summary>
    private bool HasOwnKey => !TThrough.Writer.MakesKeys && TThrough.Info.KeyOrdinals.Any(IsPayload);

    internal sealed override string[] PayloadColumns => field ??= Array.ConvertAll(Payload, ordinal => SqlDialect.Quote(TThrough.Info.ColumnArray[ordinal].Name));

    /// <summary>Points a new link to its two sides.</summary>
    protected internal abstract void Join(TThrough link, TParent parent, TChild child);

    internal sealed override List<NewLinks<TChildKey>> NewLinks(Database database, TParent parent, IReadOnlyList<LinkTarget<TChild, TChildKey>> targets, LinkFill? fill)
    {
        if (targets.Count > 1 && !HasOwnKey && fill is not { IsPerChild: true })
            return [new([.. targets.Select(target => target.Key)], Bind(database, TThrough.Create(), null, fill))];
        var links = new List<NewLinks<TChildKey>>(targets.Count);
        foreach (var (key, child) in targets)
        {
            var link = TThrough.Create();
            if (child is not null)
                Join(link, parent, child);
            links.Add(new([key], Bind(database, link, child, fill)));
        }
        return links;
    }

    private Action<ParameterBinder> Bind(Database database, TThrough link, TChild? child, LinkFill? fill)
    {
        fill?.Run(child, link);
        TThrough.Writer.PrepareLink(database, link);
        return binder =>
        {
            for (int i = 0; i < Payload.Length; i++)
                ModelWriter<TThrough>.BindColumn(binder, $"v{i}", link, Payload[i]);
        };
    }

    private bool IsPayload(int ordinal)
    {
        string column = SqlDialect.Quote(TThrough.Info.ColumnArray[ordinal].Name);
        return !(TThrough.Info.IsRowVersion && TThrough.Info.VersionOrdinal == ordinal)
            && !Link!.ParentColumns.Contains(column) && !Link.ChildColumns.Contains(column)
            && !(TThrough.Writer.MakesKeys && TThrough.Info.KeyOrdinals.Contains(ordinal));
    }
}
