using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Puts tables behind those that they refer to, otherwise in the order that they have. Where references go round in a circle, the first one left goes ahead.</summary>
internal sealed class TableOrder
{
    private readonly IReadOnlyList<TablePlan> _tables;
    private readonly HashSet<string> _known;
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);
    private readonly int[] _missing;
    private readonly SortedSet<int> _rest;
    private readonly SortedSet<int> _ready;
    private readonly ILookup<string, int> _waiting;

    private TableOrder(IReadOnlyList<TablePlan> tables)
    {
        _tables = tables;
        _known = new HashSet<string>(tables.Select(table => table.Name), StringComparer.Ordinal);
        var needs = tables.Select(Needs).ToList();
        _missing = [.. needs.Select(names => names.Count)];
        _rest = [.. Enumerable.Range(0, tables.Count)];
        _ready = [.. _rest.Where(table => _missing[table] == 0)];
        _waiting = needs.SelectMany((names, table) => names.Select(name => (name, table))).ToLookup(need => need.name, need => need.table, StringComparer.Ordinal);
    }

    public static IReadOnlyList<TablePlan> Of(IReadOnlyList<TablePlan> tables)
    {
        var order = new TableOrder(tables);
        var ordered = new List<TablePlan>();
        while (order._rest.Count > 0)
            ordered.Add(order.Next());
        return ordered;
    }

    private TablePlan Next()
    {
        var next = _ready.Count > 0 ? _ready.Min : _rest.Min;
        _rest.Remove(next);
        _ready.Remove(next);
        var table = _tables[next];
        var references = table.References.Select(reference => reference with { IsForward = reference.Table != table.Name && _known.Contains(reference.Table) && !_created.Contains(reference.Table) });
        var ordered = table with { References = references.ToEquatable() };
        if (_created.Add(table.Name))
            Release(table.Name);
        return ordered;
    }

    private void Release(string name)
    {
        foreach (var table in _waiting[name])
        {
            if (--_missing[table] == 0 && _rest.Contains(table))
                _ready.Add(table);
        }
    }

    private HashSet<string> Needs(TablePlan table) =>
        new(table.References.Select(reference => reference.Table).Where(name => name != table.Name && _known.Contains(name)), StringComparer.Ordinal);
}
