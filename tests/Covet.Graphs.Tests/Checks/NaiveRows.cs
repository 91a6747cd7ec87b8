using Covet.Graphs.Tests.Programs;
using Covet.Graphs.Tests.Shapes;

namespace Covet.Graphs.Tests.Checks;

/// <summary>All rows of all tables as plain lists, related in memory by the values of their keys: what a graph is compared with.</summary>
public sealed class NaiveRows
{
    private readonly ModelSet _set;
    private readonly GraphProgram _program;
    private readonly Dictionary<string, List<object>> _rows = [];
    private readonly Dictionary<string, List<(object From, object To)>> _pairs = [];
    private readonly Dictionary<RelationShape, ILookup<object, object>> _children = [];

    private NaiveRows(ModelSet set, GraphProgram program) => (_set, _program) = (set, program);

    /// <summary>Writes the rows into an empty database and reads them back, table by table.</summary>
    public static async Task<NaiveRows> StoreAsync(ModelSet set, GraphProgram program, Data data, Database db)
    {
        await db.Schema.CreateAsync();
        var made = set.Models.ToDictionary(model => model.Name, model => data.Rows[model.Name].Select((row, i) => program.Models[model.Name].Make(i, row.Number, row.Note)).ToList());
        foreach (var model in set.Models)
        {
            Point(set, program, data, made, model.Name, required: true);
            await program.Models[model.Name].Insert(db, made[model.Name]);
        }
        foreach (var model in set.Models)
        {
            foreach (var row in Point(set, program, data, made, model.Name, required: false))
                await program.Models[model.Name].Update(db, row);
        }
        var naive = new NaiveRows(set, program);
        foreach (var link in set.Links.Where(link => link.Through is null))
        {
            foreach (var (from, to) in data.Pairs[link.Name])
                await program.Links[link.Name].Add(made[link.Model][from], made[link.Target][to]);
            naive._pairs[link.Name] = data.Pairs[link.Name].ConvertAll(pair => (naive.Key(link.Model, made[link.Model][pair.From]), naive.Key(link.Target, made[link.Target][pair.To])));
        }
        foreach (var model in set.Models)
            naive._rows[model.Name] = await program.Models[model.Name].All(db);
        foreach (var relation in set.Relations)
            naive._children[relation] = naive.Related(relation).ToLookup(pair => pair.Key, pair => pair.Child);
        return naive;
    }

    /// <summary>All rows of a model, in the order of their keys.</summary>
    public IReadOnlyList<object> All(string model) => _rows[model];

    /// <summary>The rows that a relation leads to from an instance, in the order of their keys.</summary>
    public IEnumerable<object> Of(RelationShape relation, object parent) => KeyFor(relation, parent) is { } key ? _children[relation][key] : [];

    /// <summary>What the parent's side of a relation asks for; null where it leads nowhere.</summary>
    public object? KeyFor(RelationShape relation, object parent)
    {
        if (relation.Reference is not { } reference)
            return Key(relation.Model, parent);
        var access = _program.References[reference.Name];
        return relation.IsReverse ? access.There(parent) : access.Here(parent);
    }

    private static List<object> Point(ModelSet set, GraphProgram program, Data data, Dictionary<string, List<object>> made, string model, bool required)
    {
        var changed = new List<object>();
        foreach (var (row, instance) in data.Rows[model].Zip(made[model]))
        {
            var references = set.ReferencesOf(model).Where(reference => reference.IsRequired == required && row.Targets.ContainsKey(reference.Name)).ToList();
            foreach (var reference in references)
                program.References[reference.Name].Point(instance, made[reference.Target][row.Targets[reference.Name]]);
            if (references.Count > 0)
                changed.Add(instance);
        }
        return changed;
    }

    private object Key(string model, object instance) => _program.Models[model].Key(instance);

    /// <summary>Each child with the key that finds it, children in the order of their keys.</summary>
    private IEnumerable<(object Key, object Child)> Related(RelationShape relation)
    {
        var children = _rows[relation.Child];
        if (relation.Reference is { } reference)
        {
            var access = _program.References[reference.Name];
            return from child in children
                   let key = relation.IsReverse ? access.Here(child) : access.There(child)
                   where key is not null
                   select (key, child);
        }
        var pairs = PairsOf(relation).ToLookup(pair => pair.Child, pair => pair.Parent);
        return children.SelectMany(child => pairs[Key(relation.Child, child)].Select(key => (key, child)));
    }

    private IEnumerable<(object Parent, object Child)> PairsOf(RelationShape relation)
    {
        var link = relation.Link!;
        var pairs = link.Through is { } through ? Through(through.First, through.Second) : _pairs[link.Name];
        var found = pairs.Select(pair => relation.IsReverse ? (pair.To, pair.From) : (pair.From, pair.To));
        return link.IsSymmetrical ? found.Concat(found.Where(pair => !pair.Item1.Equals(pair.Item2)).Select(pair => (pair.Item2, pair.Item1))) : found;
    }

    private IEnumerable<(object From, object To)> Through(Reference first, Reference second)
        => _rows[first.Model].Select(row => (_program.References[first.Name].Here(row)!, _program.References[second.Name].Here(row)!));
}
