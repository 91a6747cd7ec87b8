namespace Covet.Graphs.Tests.Shapes;

/// <summary>A row of a model, before it has a key: whom its references lead to, by index; what is missing is null.</summary>
public sealed record Row(int Number, string? Note, IReadOnlyDictionary<string, int> Targets)
{
    private static readonly string[] Notes = ["a", "b", ""];

    public static Row Make(Dice dice, IReadOnlyDictionary<string, int> targets) => new(dice.Below(6), dice.Chance(1, 3) ? null : dice.Pick(Notes), targets);
}

/// <summary>The rows of all models and the pairs of all hidden tables, by index.</summary>
public sealed record Data(IReadOnlyDictionary<string, List<Row>> Rows, IReadOnlyDictionary<string, List<(int From, int To)>> Pairs)
{
    /// <summary>The same without one row, and without what needs it.</summary>
    public Data Without(ModelSet set, string model, int index)
    {
        var gone = new HashSet<(string, int)> { (model, index) };
        bool Needs(Reference reference, Row row) => reference.IsRequired && gone.Contains((reference.Target, row.Targets[reference.Name]));
        for (int before = 0; before != gone.Count;)
        {
            before = gone.Count;
            foreach (var reference in set.References)
                gone.UnionWith(Rows[reference.Model].Index().Where(row => Needs(reference, row.Item)).Select(row => (reference.Model, row.Index)));
        }
        int Moved(string owner, int at) => at - gone.Count(row => row.Item1 == owner && row.Item2 < at);
        Row Kept(string owner, Row row) => row with
        {
            Targets = set.ReferencesOf(owner)
                .Where(reference => row.Targets.TryGetValue(reference.Name, out int target) && !gone.Contains((reference.Target, target)))
                .ToDictionary(reference => reference.Name, reference => Moved(reference.Target, row.Targets[reference.Name])),
        };
        return new Data(
            Rows.ToDictionary(rows => rows.Key, rows => rows.Value.Index().Where(row => !gone.Contains((rows.Key, row.Index))).Select(row => Kept(rows.Key, row.Item)).ToList()),
            set.Links.Where(link => link.Through is null).ToDictionary(
                link => link.Name,
                link => Pairs[link.Name].Where(pair => !gone.Contains((link.Model, pair.From)) && !gone.Contains((link.Target, pair.To)))
                    .Select(pair => (Moved(link.Model, pair.From), Moved(link.Target, pair.To))).ToList()));
    }

    /// <summary>The rows that a set of models without some relations needs.</summary>
    public Data For(ModelSet set) => new(
        set.Models.ToDictionary(model => model.Name, model => Rows[model.Name]),
        set.Links.Where(link => link.Through is null).ToDictionary(link => link.Name, link => Pairs[link.Name]));
}
