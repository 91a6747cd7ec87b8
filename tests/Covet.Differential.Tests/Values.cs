#nullable disable
using CsCheck;

namespace Covet.Differential.Tests;

/// <summary>Random expressions that have values. What may be NULL is of a nullable type; texts always may.</summary>
public static class Values
{
    private static readonly Gen<int> Small = Gen.Int[-3, 9];
    private static readonly Gen<decimal> Money = Gen.Int[-300, 2100].Select(cents => cents / 100m);
    private static readonly Gen<string> Words = Gen.OneOf(Office.Texts);
    private static readonly Gen<DateTimeOffset> Times = Gen.Select(Gen.Int[0, 90], Gen.Int[0, 3], (days, steps) => Office.Start.AddDays(days).AddMinutes(steps * 37));

    /// <summary>Whole numbers.</summary>
    public static Gen<Dual<int>> Whole(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new Dual<int>("Age", p => p.Age, p => p.Age)),
            Gen.Const(new Dual<int>("Id", p => p.Id, p => p.Id)),
            Small.Select(n => new Dual<int>($"{n}", _ => Sql.Value(n), _ => n)));
        if (depth == 0)
            return leaf;
        var inner = Whole(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, inner, (a, b) => new Dual<int>($"({a} + {b})", p => a.Sql(p) + b.Sql(p), p => a.Linq(p) + b.Linq(p))),
            Gen.Select(inner, inner, (a, b) => new Dual<int>($"({a} - {b})", p => a.Sql(p) - b.Sql(p), p => a.Linq(p) - b.Linq(p))),
            Gen.Select(inner, Small, (a, n) => new Dual<int>($"({a} * {n})", p => a.Sql(p) * n, p => a.Linq(p) * n)),
            Gen.Select(inner, Gen.Int[1, 4], (a, n) => new Dual<int>($"({a} / {n})", p => a.Sql(p) / n, p => a.Linq(p) / n)),
            Gen.Select(inner, Gen.Int[-4, -1], (a, n) => new Dual<int>($"({a} % {n})", p => a.Sql(p) % n, p => a.Linq(p) % n)),
            inner.Select(a => new Dual<int>($"-{a}", p => -a.Sql(p), p => -a.Linq(p))),
            inner.Select(a => new Dual<int>($"abs({a})", p => a.Sql(p).Abs(), p => Math.Abs(a.Linq(p)))),
            Gen.Select(MaybeWhole(depth - 1), Small, (a, n) => new Dual<int>($"{a} ?? {n}", p => a.Sql(p).Coalesce(n), p => a.Linq(p) ?? n)),
            Gen.Select(MaybeWhole(depth - 1), inner, (a, b) => new Dual<int>($"{a} ?? {b}", p => a.Sql(p).Coalesce(b.Sql(p)), p => a.Linq(p) ?? b.Linq(p))),
            Gen.Select(Conditions.Of(depth - 1), inner, inner, (c, a, b) => new Dual<int>(
                $"({c} ? {a} : {b})", p => Sql.Case().When(c.Sql(p), a.Sql(p)).Else(b.Sql(p)), p => c.Linq(p) ? a.Linq(p) : b.Linq(p))),
            Conditions.Of(depth - 1).Select(c => new Dual<int>($"Reports.Count({c})", p => p.Reports.Count(c.Sql), p => p.Reports.Count(c.Linq))),
            Conditions.OfSkills.Select(c => new Dual<int>(
                $"Skills.Count({c})", p => p.Skills.Count(c.Sql), p => p.Skills.Count(c.Linq))));
    }

    /// <summary>Whole numbers that may be NULL.</summary>
    public static Gen<Dual<int?>> MaybeWhole(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new Dual<int?>("Score", p => p.Score, p => p.Score)),
            Gen.Const(new Dual<int?>("TeamId", p => p.TeamId, p => p.Team?.Id)),
            Gen.Const(new Dual<int?>("Team.Size", p => p.Team.Size.OrNull(), p => p.Team?.Size)),
            Gen.Const(new Dual<int?>("Boss.Score", p => p.Boss.Score, p => p.Boss?.Score)),
            Gen.Const(new Dual<int?>("Boss.Team.Size", p => p.Boss.Team.Size.OrNull(), p => p.Boss?.Team?.Size)));
        if (depth == 0)
            return leaf;
        var inner = MaybeWhole(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, inner, (a, b) => new Dual<int?>($"({a} + {b})", p => a.Sql(p) + b.Sql(p), p => a.Linq(p) + b.Linq(p))),
            Gen.Select(inner, Whole(depth - 1), (a, b) => new Dual<int?>($"({a} - {b})", p => a.Sql(p) - b.Sql(p), p => a.Linq(p) - b.Linq(p))),
            Gen.Select(inner, Small, (a, n) => new Dual<int?>($"{a}.NullIf({n})", p => a.Sql(p).NullIf(n), p => a.Linq(p) == n ? null : a.Linq(p))),
            Gen.Select(Conditions.Of(depth - 1), inner, (c, a) => new Dual<int?>(
                $"({c} ? {a} : null)", p => Sql.Case().When(c.Sql(p), a.Sql(p)), p => c.Linq(p) ? a.Linq(p) : null)),
            Text(depth - 1).Select(t => new Dual<int?>($"{t}.Length", p => t.Sql(p).Length().OrNull(), p => Oracle.Length(t.Linq(p)))),
            Whole(depth - 1).Select(a => new Dual<int?>($"Reports.Max({a})", p => p.Reports.Max(a.Sql), p => p.Reports.Max(r => (int?)a.Linq(r)))),
            inner.Select(a => new Dual<int?>($"Reports.Min({a})", p => p.Reports.Min(a.Sql), p => p.Reports.Min(a.Linq))));
    }

    /// <summary>Texts, that may be NULL.</summary>
    public static Gen<Dual<string>> Text(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new Dual<string>("Name", p => p.Name, p => p.Name)),
            Gen.Const(new Dual<string>("Nick", p => p.Nick, p => p.Nick)),
            Gen.Const(new Dual<string>("Team.Name", p => p.Team.Name, p => p.Team?.Name)),
            Gen.Const(new Dual<string>("Boss.Nick", p => p.Boss.Nick, p => p.Boss?.Nick)),
            // A text that comes from no column has the order of the database's locale (docs/decisions/text-order.md), so this one comes from one.
            Words.Select(w => new Dual<string>($"'{w}'", p => p.Name.Substring(0, 0) + w, _ => w)));
        if (depth == 0)
            return leaf;
        var inner = Text(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.Select(a => new Dual<string>($"{a}.Lower", p => a.Sql(p).Lower(), p => Oracle.Lower(a.Linq(p)))),
            inner.Select(a => new Dual<string>($"{a}.Upper", p => a.Sql(p).Upper(), p => Oracle.Upper(a.Linq(p)))),
            inner.Select(a => new Dual<string>($"{a}.Trim", p => a.Sql(p).Trim(), p => a.Linq(p)?.Trim(' '))),
            Gen.Select(inner, Gen.Int[0, 2], Gen.Int[0, 2], (a, i, n) => new Dual<string>(
                $"{a}.Substring({i}, {n})", p => a.Sql(p).Substring(i, n), p => Oracle.Substring(a.Linq(p), i, n))),
            Gen.Select(inner, Words.Where(w => w != ""), Words, (a, from, to) => new Dual<string>(
                $"{a}.Replace('{from}', '{to}')", p => a.Sql(p).Replace(from, to), p => a.Linq(p)?.Replace(from, to, StringComparison.Ordinal))),
            Gen.Select(inner, inner, (a, b) => new Dual<string>($"({a} + {b})", p => a.Sql(p) + b.Sql(p), p => a.Linq(p) + b.Linq(p))),
            Gen.Select(inner, Words, (a, w) => new Dual<string>($"({a} + '{w}')", p => a.Sql(p) + w, p => a.Linq(p) + w)),
            Gen.Select(inner, inner, (a, b) => new Dual<string>($"{a} ?? {b}", p => a.Sql(p).Coalesce(b.Sql(p)), p => a.Linq(p) ?? b.Linq(p))),
            Gen.Select(inner, Words, (a, w) => new Dual<string>($"{a}.NullIf('{w}')", p => a.Sql(p).NullIf(w), p => a.Linq(p) == w ? null : a.Linq(p))),
            Gen.Select(Conditions.Of(depth - 1), inner, inner, (c, a, b) => new Dual<string>(
                $"({c} ? {a} : {b})", p => Sql.Case().When(c.Sql(p), a.Sql(p)).Else(b.Sql(p)), p => c.Linq(p) ? a.Linq(p) : b.Linq(p))),
            inner.Select(a => new Dual<string>(
                $"Reports.Max({a})", p => p.Reports.Max(a.Sql), p => p.Reports.Select(a.Linq).Where(t => t != null).Order(Comparer<string>.Create(Oracle.Sorted)).LastOrDefault())));
    }

    /// <summary>Decimals that may be NULL.</summary>
    public static Gen<Dual<decimal?>> Decimals(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new Dual<decimal?>("Wage", p => p.Wage.OrNull(), p => p.Wage)),
            Gen.Const(new Dual<decimal?>("Bonus", p => p.Bonus, p => p.Bonus)),
            Gen.Const(new Dual<decimal?>("Team.Budget", p => p.Team.Budget, p => p.Team?.Budget)),
            Money.Select(m => new Dual<decimal?>($"{m}", _ => Sql.Value<decimal?>(m), _ => m)));
        if (depth == 0)
            return leaf;
        var inner = Decimals(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, inner, (a, b) => new Dual<decimal?>($"({a} + {b})", p => a.Sql(p) + b.Sql(p), p => a.Linq(p) + b.Linq(p))),
            Gen.Select(inner, inner, (a, b) => new Dual<decimal?>($"({a} - {b})", p => a.Sql(p) - b.Sql(p), p => a.Linq(p) - b.Linq(p))),
            Gen.Select(inner, Money, (a, m) => new Dual<decimal?>($"({a} * {m})", p => a.Sql(p) * m, p => a.Linq(p) * m)),
            Gen.Select(inner, Money, (a, m) => new Dual<decimal?>($"({a} ?? {m})", p => a.Sql(p).Coalesce(m).OrNull(), p => a.Linq(p) ?? m)),
            inner.Select(a => new Dual<decimal?>($"Reports.Sum({a})", p => p.Reports.Sum(a.Sql), Sum(a.Linq))),
            inner.Select(a => new Dual<decimal?>($"Reports.Max({a})", p => p.Reports.Max(a.Sql), p => p.Reports.Max(a.Linq))));
    }

    /// <summary>Instants that may be NULL.</summary>
    public static Gen<Dual<DateTimeOffset?>> Instants(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const(new Dual<DateTimeOffset?>("Born", p => p.Born.OrNull(), p => p.Born)),
            Gen.Const(new Dual<DateTimeOffset?>("Left", p => p.Left, p => p.Left)),
            Gen.Const(new Dual<DateTimeOffset?>("Boss.Left", p => p.Boss.Left, p => p.Boss?.Left)),
            Times.Select(t => new Dual<DateTimeOffset?>($"{t:u}", _ => Sql.Value<DateTimeOffset?>(t), _ => t)));
        if (depth == 0)
            return leaf;
        var inner = Instants(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, Gen.Int[-40, 40], (a, n) => new Dual<DateTimeOffset?>($"{a}.AddDays({n})", p => a.Sql(p).AddDays(n), p => a.Linq(p)?.AddDays(n))),
            Gen.Select(inner, Gen.Int[-3, 3], (a, n) => new Dual<DateTimeOffset?>($"{a}.AddMonths({n})", p => a.Sql(p).AddMonths(n), p => a.Linq(p)?.AddMonths(n))),
            Gen.Select(inner, Times, (a, t) => new Dual<DateTimeOffset?>($"({a} ?? {t:u})", p => a.Sql(p).Coalesce(t).OrNull(), p => a.Linq(p) ?? t)),
            inner.Select(a => new Dual<DateTimeOffset?>($"Reports.Min({a})", p => p.Reports.Min(a.Sql), p => p.Reports.Min(a.Linq))));
    }

    /// <summary>Parts of instants.</summary>
    public static Gen<Dual<int?>> Parts(int depth) => Gen.OneOf(
        Instants(depth).Select(a => new Dual<int?>($"{a}.Year", p => a.Sql(p).Year, p => a.Linq(p)?.Year)),
        Instants(depth).Select(a => new Dual<int?>($"{a}.Month", p => a.Sql(p).Month, p => a.Linq(p)?.Month)),
        Instants(depth).Select(a => new Dual<int?>($"{a}.Day", p => a.Sql(p).Day, p => a.Linq(p)?.Day)),
        Instants(depth).Select(a => new Dual<int?>($"{a}.DayOfYear", p => a.Sql(p).DayOfYear, p => a.Linq(p)?.DayOfYear)),
        Instants(depth).Select(a => new Dual<int?>($"{a}.Hour", p => a.Sql(p).Hour, p => a.Linq(p)?.Hour)),
        Instants(depth).Select(a => new Dual<int?>($"{a}.Minute", p => a.Sql(p).Minute, p => a.Linq(p)?.Minute)));

    /// <summary>Values of an enum that may be NULL.</summary>
    public static Gen<Dual<Rank?>> Ranks { get; } = Gen.OneOf(
        Gen.Const(new Dual<Rank?>("Rank", p => p.Rank.OrNull(), p => p.Rank)),
        Gen.Const(new Dual<Rank?>("Former", p => p.Former, p => p.Former)),
        Gen.Const(new Dual<Rank?>("Boss.Rank", p => p.Boss.Rank.OrNull(), p => p.Boss?.Rank)),
        Gen.Const(new Dual<Rank?>("Former ?? Rank", p => p.Former.Coalesce(p.Rank).OrNull(), p => p.Former ?? p.Rank)));

    /// <summary>SQL's sum: null where there is nothing to add.</summary>
    private static Func<PersonFact, decimal?> Sum(Func<PersonFact, decimal?> value)
        => person => person.Reports.Select(value).Where(v => v is not null).ToList() is { Count: > 0 } values ? values.Sum() : null;
}
