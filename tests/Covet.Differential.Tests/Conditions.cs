using CsCheck;

namespace Covet.Differential.Tests;

/// <summary>Random conditions.</summary>
public static class Conditions
{
    private static readonly Gen<string> Words = Gen.OneOf(Office.Texts);

    /// <summary>Conditions over skills, said twice.</summary>
    public static Gen<SkillCondition> OfSkills { get; } = Gen.OneOf(
        Gen.Int[0, 3].Select(n => new SkillCondition($"s.Level > {n}", s => s.Level > n, s => s.Level > n)),
        Words.Select(w => new SkillCondition($"s.Name >= '{w}'", s => s.Name >= w, s => Oracle.Sorted(s.Name, w) >= 0)),
        Gen.Int[0, 3].Select(n => new SkillCondition($"s.People.Any(Age > {n})", s => s.People.Any(q => q.Age > n), s => s.People.Any(q => q.Age > n))));

    /// <summary>Conditions over people.</summary>
    public static Gen<DualCondition> Of(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new DualCondition("Active", p => p.Active, p => p.Active)),
            Gen.Bool.Select(b => new DualCondition($"Asked == {b}", p => p.Asked == b, p => p.Asked == b)),
            Gen.Bool.Select(b => new DualCondition($"Asked != {b}", p => p.Asked != b, p => p.Asked != b)),
            Gen.Const(new DualCondition("Boss == null", p => p.Boss == null, p => p.Boss is null)),
            Gen.Const(new DualCondition("Team != null", p => p.Team != null, p => p.Team is not null)),
            Compared(Values.Whole(0)), Compared(Values.MaybeWhole(0)), Compared(Values.Text(0)), Compared(Values.Decimals(0)), Compared(Values.Instants(0)), Compared(Values.Ranks),
            WithNull(Values.MaybeWhole(0)), WithNull(Values.Text(0)), WithNull(Values.Instants(0)), WithNull(Values.Ranks));
        if (depth == 0)
            return leaf;
        var inner = Of(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, inner, (a, b) => new DualCondition($"({a} && {b})", p => a.Sql(p) && b.Sql(p), p => a.Linq(p) && b.Linq(p))),
            Gen.Select(inner, inner, (a, b) => new DualCondition($"({a} || {b})", p => a.Sql(p) || b.Sql(p), p => a.Linq(p) || b.Linq(p))),
            inner.Select(a => new DualCondition($"!({a})", p => !a.Sql(p), p => !a.Linq(p))),
            Compared(Values.Whole(depth)), Compared(Values.MaybeWhole(depth)), Compared(Values.Text(depth)), Compared(Values.Decimals(depth)),
            Compared(Values.Instants(depth)), Compared(Values.Parts(depth - 1)),
            WithNull(Values.MaybeWhole(depth)), WithNull(Values.Text(depth)), WithNull(Values.Decimals(depth)),
            Tested(Values.Text(depth - 1)), Among(depth), Bounded(depth),
            Related(inner), Queried(inner));
    }

    /// <summary>One of the six comparisons of two expressions.</summary>
    private static Gen<DualCondition> Compared<T>(Gen<Dual<T>> values) => Gen.Select(values, values, Gen.Int[0, 5], (a, b, kind) => kind switch
    {
        0 => new DualCondition($"{a} == {b}", p => a.Sql(p) == b.Sql(p), p => Oracle.AreEqual(a.Linq(p), b.Linq(p))),
        1 => new DualCondition($"{a} != {b}", p => a.Sql(p) != b.Sql(p), p => !Oracle.AreEqual(a.Linq(p), b.Linq(p))),
        2 => new DualCondition($"{a} < {b}", p => a.Sql(p) < b.Sql(p), p => Oracle.Order(a.Linq(p), b.Linq(p)) < 0),
        3 => new DualCondition($"{a} <= {b}", p => a.Sql(p) <= b.Sql(p), p => Oracle.Order(a.Linq(p), b.Linq(p)) <= 0),
        4 => new DualCondition($"{a} > {b}", p => a.Sql(p) > b.Sql(p), p => Oracle.Order(a.Linq(p), b.Linq(p)) > 0),
        _ => new DualCondition($"{a} >= {b}", p => a.Sql(p) >= b.Sql(p), p => Oracle.Order(a.Linq(p), b.Linq(p)) >= 0),
    });

    private static Gen<DualCondition> WithNull<T>(Gen<Dual<T>> values) => Gen.Select(values, Gen.Bool, (a, isNull) => isNull
        ? new DualCondition($"{a} == null", p => a.Sql(p) == default(T), p => a.Linq(p) is null)
        : new DualCondition($"{a} != null", p => a.Sql(p) != default(T), p => a.Linq(p) is not null));

    private static Gen<DualCondition> Tested(Gen<Dual<string>> texts) => Gen.Select(texts, Words, texts, Gen.Int[0, 4], (a, w, b, kind) => kind switch
    {
        0 => new DualCondition($"{a}.Contains('{w}')", p => a.Sql(p).Contains(w), p => a.Linq(p)?.Contains(w, StringComparison.Ordinal) == true),
        1 => new DualCondition($"{a}.StartsWith('{w}')", p => a.Sql(p).StartsWith(w), p => a.Linq(p)?.StartsWith(w, StringComparison.Ordinal) == true),
        2 => new DualCondition($"{a}.EndsWith('{w}')", p => a.Sql(p).EndsWith(w), p => a.Linq(p)?.EndsWith(w, StringComparison.Ordinal) == true),
        3 => new DualCondition(
            $"{a}.Contains({b})", p => a.Sql(p).Contains(b.Sql(p)), p => b.Linq(p) is { } part && a.Linq(p)?.Contains(part, StringComparison.Ordinal) == true),
        _ => new DualCondition(
            $"{a}.EndsWith({b})", p => a.Sql(p).EndsWith(b.Sql(p)), p => b.Linq(p) is { } part && a.Linq(p)?.EndsWith(part, StringComparison.Ordinal) == true),
    });

    private static Gen<DualCondition> Among(int depth) => Gen.OneOf(
        Gen.Select(Values.Whole(depth - 1), Gen.Int[-2, 8].Array[0, 4], (a, list) => new DualCondition(
            $"{a}.In([{string.Join(", ", list)}])", p => a.Sql(p).In(list), p => list.Contains(a.Linq(p)))),
        Gen.Select(Values.MaybeWhole(depth - 1), Gen.Int[-2, 8].Select(n => n < 0 ? null : (int?)n).Array[0, 4], (a, list) => new DualCondition(
            $"{a}.In([{string.Join(", ", list.Select(n => Oracle.Shown(n)))}])", p => a.Sql(p).In(list), p => list.Contains(a.Linq(p)))),
        Gen.Select(Values.Text(depth - 1), Words.Array[0, 4], (a, list) => new DualCondition(
            $"{a}.In(['{string.Join("', '", list)}'])", p => a.Sql(p).In(list), p => list.Contains(a.Linq(p)))));

    private static Gen<DualCondition> Bounded(int depth) => Gen.OneOf(
        Gen.Select(Values.MaybeWhole(depth - 1), Gen.Int[-2, 8], Gen.Int[-2, 8], (a, least, most) => new DualCondition(
            $"{a}.Between({least}, {most})", p => a.Sql(p).Between(least, most), p => a.Linq(p) >= least && a.Linq(p) <= most)),
        Gen.Select(Values.Text(depth - 1), Words, Words, (a, least, most) => new DualCondition(
            $"{a}.Between('{least}', '{most}')", p => a.Sql(p).Between(least, most),
            p => a.Linq(p) is { } text && Oracle.Sorted(text, least) >= 0 && Oracle.Sorted(text, most) <= 0)));

    /// <summary>Conditions over related people and skills.</summary>
    private static Gen<DualCondition> Related(Gen<DualCondition> inner) => Gen.OneOf(
        inner.Select(a => new DualCondition($"Reports.Any({a})", p => p.Reports.Any(a.Sql), p => p.Reports.Any(a.Linq))),
        inner.Select(a => new DualCondition($"Reports.All({a})", p => p.Reports.All(a.Sql), p => p.Reports.All(a.Linq))),
        inner.Select(a => new DualCondition(
            $"Team.Members.Any({a})", p => p.Team.Members.Any(a.Sql), p => p.Team is { } team && team.Members.Any(a.Linq))),
        Gen.Select(OfSkills, Gen.Bool, (c, isAny) => isAny
            ? new DualCondition($"Skills.Any({c})", p => p.Skills.Any(c.Sql), p => p.Skills.Any(c.Linq))
            : new DualCondition($"Skills.All({c})", p => p.Skills.All(c.Sql), p => p.Skills.All(c.Linq))));

    /// <summary>Conditions over other queries, that depend on the person or not.</summary>
    private static Gen<DualCondition> Queried(Gen<DualCondition> inner) => Gen.OneOf(
        inner.Select(a => new DualCondition(
            $"people.Where({a}).Select(BossId).Contains(Id)",
            p => p.Id.In(Asking.Db.People.Where(a.Sql).Select(q => q.BossId)),
            p => Asking.Office.People.Where(a.Linq).Select(q => q.Boss?.Id).Contains(p.Id))),
        inner.Select(a => new DualCondition(
            $"people.Where({a}).Select(TeamId).Contains(TeamId)",
            p => p.TeamId.In(Asking.Db.People.Where(a.Sql).Select(q => q.TeamId)),
            p => Asking.Office.People.Where(a.Linq).Select(q => q.Team?.Id).Contains(p.Team?.Id))),
        inner.Select(a => new DualCondition(
            $"people.Any(q => q.Age > Age && {a})",
            p => Sql.Exists(Asking.Db.People.Where(q => q.Age > p.Age && a.Sql(q))),
            p => Asking.Office.People.Any(q => q.Age > p.Age && a.Linq(q)))),
        inner.Select(a => new DualCondition(
            $"Age >= people.Where({a}).Max(Score)",
            p => p.Age >= Asking.Db.People.Where(a.Sql).Aggregate(q => Sql.Max(q.Score)).AsExpression(),
            p => p.Age >= Asking.Office.People.Where(a.Linq).Max(q => q.Score))));
}

/// <summary>One condition over skills, said twice.</summary>
/// <param name="Text">How a failure shows it.</param>
/// <param name="Sql">Covet's.</param>
/// <param name="Linq">C#'s.</param>
public sealed record SkillCondition(string Text, Func<SkillColumns, Condition> Sql, Func<SkillFact, bool> Linq)
{
    public override string ToString() => Text;
}
