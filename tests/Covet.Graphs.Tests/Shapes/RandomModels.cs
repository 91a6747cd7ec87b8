namespace Covet.Graphs.Tests.Shapes;

/// <summary>Makes random sets of models.</summary>
public sealed class RandomModels
{
    private static readonly string[] Names = ["Ant", "Bee", "Cat", "Dog", "Elk", "Fox"];
    private static readonly KeyKind[] Keys = [KeyKind.Int, KeyKind.Int, KeyKind.Long, KeyKind.Guid, KeyKind.Text, KeyKind.Enum, KeyKind.Composite];

    private readonly Dice _dice;
    private readonly List<ModelShape> _models = [];
    private readonly List<Reference> _references = [];
    private readonly List<Link> _links = [];
    private int _names;

    private RandomModels(Dice dice) => _dice = dice;

    private ModelSet Set => new(_models, _references, _links);

    public static ModelSet Make(Dice dice)
    {
        var models = new RandomModels(dice);
        models.AddModels();
        return models.Set;
    }

    private void AddModels()
    {
        int count = _dice.Between(3, Names.Length);
        int between = _dice.Chance(2, 3) ? 1 : 0;
        foreach (string name in Names[..(count - between)])
            AddModel(name);
        for (int left = _dice.Between(count, count + 4); left > 0; left--)
            AddReference(_dice.Below(_models.Count));
        for (int left = _dice.Between(0, 3); left > 0; left--)
            AddHiddenLink();
        if (between > 0)
            AddThrough(Names[count - 1]);
    }

    private void AddModel(string name)
    {
        bool isOwned = _models.Count > 0 && _dice.Chance(1, 6);
        _models.Add(new ModelShape(name, isOwned ? KeyKind.Owner : _dice.Pick(Keys)));
        if (isOwned)
        {
            var owner = _models[_dice.Below(_models.Count - 1)];
            _references.Add(new Reference(name, NextName(), owner.Name, ReverseName()) { IsOneToOne = true, IsRequired = true, IsKey = true });
        }
    }

    /// <summary>Required references lead to earlier models alone: there is an order in which rows can be inserted.</summary>
    private void AddReference(int from)
    {
        int to = _dice.Below(_models.Count);
        var (model, target) = (_models[from].Name, _models[to].Name);
        var reference = new Reference(model, NextName(), target, ReverseName())
        {
            IsOneToOne = _dice.Chance(1, 4),
            IsRequired = to < from && _dice.Chance(1, 2),
            IsToSlug = _dice.Chance(1, 5),
        };
        var unnamed = reference with { RelatedName = null };
        bool isFree = model != target && !Set.Relations.Any(relation => relation.Model == target && relation.Name == unnamed.ReverseName);
        _references.Add(isFree && _dice.Chance(1, 3) ? unnamed : reference);
    }

    private void AddHiddenLink()
    {
        var (model, target) = (_dice.Pick(_models).Name, _dice.Pick(_models).Name);
        bool isSymmetrical = model == target && _dice.Chance(1, 2);
        _links.Add(new Link(model, NextName(), target, isSymmetrical || _dice.Chance(1, 8) ? null : ReverseName(always: true)) { IsSymmetrical = isSymmetrical });
    }

    private void AddThrough(string name)
    {
        var (first, second) = (_dice.Pick(_models).Name, _dice.Pick(_models).Name);
        bool isPair = Set.KeyOf(first).Count + Set.KeyOf(second).Count <= 3 && _dice.Chance(2, 3);
        _models.Add(new ModelShape(name, isPair ? KeyKind.Pair : _dice.Pick([KeyKind.Int, KeyKind.Guid, KeyKind.Text])));
        var left = new Reference(name, NextName(), first, ReverseName()) { IsRequired = true, IsKey = isPair };
        var right = new Reference(name, NextName(), second, ReverseName()) { IsRequired = true, IsKey = isPair };
        _references.AddRange([left, right]);
        _links.Add(new Link(first, NextName(), second, ReverseName(always: true)) { Through = (left, right) });
        if (_dice.Chance(1, 2))
            _references.Add(new Reference(_dice.Pick(_models.SkipLast(1).ToList()).Name, NextName(), name, ReverseName()) { IsOneToOne = _dice.Chance(1, 3) });
        if (_dice.Chance(1, 3))
            _links.Add(new Link(name, NextName(), _dice.Pick(_models).Name, ReverseName(always: true)));
    }

    private string NextName() => $"Ref{_names++}";

    /// <summary>The name that belongs to the last <see cref="NextName"/>; some foreign keys have none.</summary>
    private string ReverseName(bool always = false) => !always && _dice.Chance(1, 10) ? "+" : $"Back{_names - 1}";
}
