namespace Covet.Graphs.Tests.Shapes;

/// <summary>Makes random rows for a set of models: links, nulls, rows that nobody points to, empty tables.</summary>
public static class RandomData
{
    private const int MaxRows = 8;

    public static Data Make(ModelSet set, Dice dice)
    {
        // Required references lead to earlier models, so their numbers of rows are known.
        var counts = new Dictionary<string, int>();
        var chosen = new Dictionary<string, List<Dictionary<string, int>>>();
        foreach (var model in set.Models)
        {
            int count = dice.Chance(1, 8) ? 0 : dice.Between(1, MaxRows);
            var rows = Enumerable.Range(0, count).Select(_ => new Dictionary<string, int>()).ToList();
            foreach (var reference in set.ReferencesOf(model.Name).Where(reference => reference.IsRequired))
                Point(rows, reference, counts[reference.Target], dice);
            rows.RemoveAll(row => set.ReferencesOf(model.Name).Any(reference => reference.IsRequired && !row.ContainsKey(reference.Name)));
            if (model.Key == KeyKind.Pair)
                rows = [.. rows.DistinctBy(row => string.Join(",", row.OrderBy(target => target.Key).Select(target => target.Value)))];
            (counts[model.Name], chosen[model.Name]) = (rows.Count, rows);
        }
        foreach (var reference in set.References.Where(reference => !reference.IsRequired))
            Point(dice.Chance(1, 10) ? [] : [.. chosen[reference.Model].Where(_ => dice.Chance(2, 3))], reference, counts[reference.Target], dice);
        return new Data(
            chosen.ToDictionary(rows => rows.Key, rows => rows.Value.ConvertAll(targets => Row.Make(dice, targets))),
            set.Links.Where(link => link.Through is null).ToDictionary(link => link.Name, link => Pairs(link, counts[link.Model], counts[link.Target], dice)));
    }

    private static void Point(List<Dictionary<string, int>> rows, Reference reference, int targets, Dice dice)
    {
        var free = dice.Shuffled(Enumerable.Range(0, targets));
        foreach (var row in rows)
        {
            if (reference.IsOneToOne && free.Count > 0)
            {
                row[reference.Name] = free[0];
                free.RemoveAt(0);
            }
            else if (!reference.IsOneToOne && targets > 0)
            {
                row[reference.Name] = dice.Below(targets);
            }
        }
    }

    private static List<(int From, int To)> Pairs(Link link, int from, int to, Dice dice)
    {
        if (from == 0 || to == 0)
            return [];
        var pairs = Enumerable.Range(0, dice.Below(2 * MaxRows)).Select(_ => (From: dice.Below(from), To: dice.Below(to))).Distinct();
        return link.IsSymmetrical ? [.. pairs.Select(pair => (From: Math.Min(pair.From, pair.To), To: Math.Max(pair.From, pair.To))).Distinct()] : [.. pairs];
    }
}
