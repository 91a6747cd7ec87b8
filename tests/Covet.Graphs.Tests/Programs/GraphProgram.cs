namespace Covet.Graphs.Tests.Programs;

/// <summary>What a compiled set of models lets the tests do with its rows. The compiled program makes it.</summary>
public sealed record GraphProgram(
    Func<IDatabaseProvider, Database> Open,
    IReadOnlyList<ModelAccess> ModelList,
    IReadOnlyList<ReferenceAccess> ReferenceList,
    IReadOnlyList<LinkAccess> LinkList,
    IReadOnlyList<RelationAccess> RelationList,
    IReadOnlyList<TreeAccess> Trees)
{
    public IReadOnlyDictionary<string, ModelAccess> Models { get; } = ModelList.ToDictionary(model => model.Name);

    public IReadOnlyDictionary<string, ReferenceAccess> References { get; } = ReferenceList.ToDictionary(reference => reference.Name);

    public IReadOnlyDictionary<string, LinkAccess> Links { get; } = LinkList.ToDictionary(link => link.Name);

    public IReadOnlyDictionary<(string Model, string Name), RelationAccess> Relations { get; } = RelationList.ToDictionary(relation => (relation.Model, relation.Name));
}

/// <summary>A model.</summary>
/// <param name="Name">The class.</param>
/// <param name="Make">Makes an instance from index, number and note.</param>
/// <param name="Key">The key: of several columns a tuple.</param>
/// <param name="Columns">All values; the number and the note are the first two.</param>
/// <param name="Insert">Inserts instances.</param>
/// <param name="Update">Updates one.</param>
/// <param name="All">All rows in the order of their keys, by a query without relations.</param>
public sealed record ModelAccess(
    string Name, Func<int, int, string?, object> Make, Func<object, object> Key, Func<object, object?[]> Columns,
    Func<Database, List<object>, Task> Insert, Func<Database, object, Task> Update, Func<Database, Task<List<object>>> All)
{
    public int Number(object instance) => (int)Columns(instance)[0]!;

    public string? Note(object instance) => (string?)Columns(instance)[1];
}

/// <summary>A foreign key.</summary>
/// <param name="Name">The property.</param>
/// <param name="Point">Sets the key of the first to that of the second.</param>
/// <param name="Here">The key of the model that declares it, or null.</param>
/// <param name="There">What the key refers to.</param>
public sealed record ReferenceAccess(string Name, Action<object, object> Point, Func<object, object?> Here, Func<object, object> There);

/// <summary>A many-to-many relation through a hidden table.</summary>
public sealed record LinkAccess(string Name, Func<object, object, Task> Add);

/// <summary>A relation as its parent sees it.</summary>
/// <param name="Model">The parent.</param>
/// <param name="Name">The property.</param>
/// <param name="IsLoaded">Whether it is in memory; null where only reading it can tell.</param>
/// <param name="Read">What is in memory: of a relation to one row a list of none or one.</param>
public sealed record RelationAccess(string Model, string Name, Func<object, bool>? IsLoaded, Func<object, IEnumerable<object>> Read);

/// <summary>A prefetch.</summary>
/// <param name="Load">Loads the roots, in the way that the tree says.</param>
/// <param name="Again">Prefetches the same onto roots in memory.</param>
public sealed record TreeAccess(Func<Database, Task<List<object>>> Load, Func<Database, List<object>, Task> Again);
