using CsCheck;

namespace Covet.Differential.Tests;

/// <summary>A whole query, said twice. An answer is a list of rows as text, in an order that the question defines.</summary>
/// <param name="Text">How a failure shows it.</param>
/// <param name="Ask">Asks a database.</param>
/// <param name="Answer">Answers from memory.</param>
public sealed record Question(string Text, Func<OfficeDb, Task<List<string>>> Ask, Func<Office, List<string>> Answer)
{
    public override string ToString() => Text;
}

/// <summary>Random queries.</summary>
public static class Questions
{
    private const int Depth = 3;

    private static readonly Gen<DualCondition> Conditions = Differential.Tests.Conditions.Of(Depth);

    private static readonly Gen<DualOrder> Order = Gen.OneOf(
        Ordered(Values.Whole(1)), Ordered(Values.MaybeWhole(1)), Ordered(Values.Text(1)), Ordered(Values.Decimals(1)), Ordered(Values.Instants(1)), Ordered(Values.Ranks));

    /// <summary>All kinds.</summary>
    public static Gen<Question> Any { get; } = Gen.OneOf(
        Filtered(), Paged(), Selected(), Distinct(Values.MaybeWhole(1)), Distinct(Values.Text(1).Select(OrNull)), Distinct(Values.Decimals(1)),
        Grouped(Values.MaybeWhole(1)), Grouped(Values.Text(1).Select(OrNull)), Aggregated(), Combined(), Counted());

    private static Gen<Question> Filtered() => Conditions.Select(c => new Question(
        $"people.Where({c})",
        db => Rows(db.People.Where(c.Sql).OrderBy(p => p.Id).Select(p => p.Id)),
        office => [.. office.People.Where(c.Linq).Select(p => $"{p.Id}")]));

    private static Gen<Question> Paged() => Gen.Select(Conditions, Order, Order, Gen.Int[0, 4], Gen.Int[0, 6], (c, first, second, skip, take) => new Question(
        $"people.Where({c}).OrderBy({first}).ThenBy({second}).ThenBy(Id).Skip({skip}).Take({take})",
        db => Rows(second.Then(first.By(db.People.Where(c.Sql))).ThenBy(p => p.Id).Skip(skip).Take(take).Select(p => p.Id)),
        office => [.. second.ThenLinq(first.ByLinq(office.People.Where(c.Linq))).ThenBy(p => p.Id).Skip(skip).Take(take).Select(p => $"{p.Id}")]));

    private static Gen<Question> Selected() => Gen.Select(Values.MaybeWhole(Depth), Values.Text(Depth), Values.Decimals(Depth), Values.Instants(Depth), Conditions, (n, t, d, i, c) => new Question(
        $"people.Select({n}, {t}, {d}, {i}, {c})",
        async db => [.. (await db.People.OrderBy(p => p.Id).Select(p => (p.Id, n.Sql(p), t.Sql(p).OrNull(), d.Sql(p), i.Sql(p), c.Sql(p))).ToListAsync())
            .Select(row => Shown(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6))],
        office => [.. office.People.Select(p => Shown(p.Id, n.Linq(p), t.Linq(p), d.Linq(p), i.Linq(p), c.Linq(p)))]));

    private static Gen<Question> Distinct<T>(Gen<Dual<T>> values) => Gen.Select(values, Conditions, (v, c) => new Question(
        $"people.Where({c}).Select({v}).Distinct()",
        async db => Sorted((await db.People.Where(c.Sql).Select(p => (v.Sql(p), p.Active)).Distinct().ToListAsync()).Select(row => Shown(row.Item1, row.Item2))),
        office => Sorted(office.People.Where(c.Linq).Select(p => Shown(v.Linq(p), p.Active)).Distinct())));

    private static Gen<Question> Grouped<T>(Gen<Dual<T>> keys) => Gen.Select(keys, Conditions, Values.MaybeWhole(1), Gen.Int[0, 2], (k, c, n, more) => new Question(
        $"people.Where({c}).GroupBy({k}).Having(Count() > {more}).Select({k}, Count(), Sum({n}), Min(Name))",
        async db => Sorted((await db.People.Where(c.Sql).GroupBy(k.Sql).Having(_ => Sql.Count() > more)
            .Select(p => (k.Sql(p), Sql.Count(), Sql.Sum(n.Sql(p)), Sql.Min(p.Name))).ToListAsync()).Select(row => Shown(row.Item1, row.Item2, row.Item3, row.Item4))),
        office => Sorted(office.People.Where(c.Linq).GroupBy(k.Linq).Where(group => group.Count() > more)
            .Select(group => Shown(group.Key, group.LongCount(), Sum(group, n.Linq), group.Select(p => p.Name).Min(Comparer<string>.Create(Oracle.Sorted)))))));

    private static Gen<Question> Aggregated() => Gen.Select(Conditions, Values.MaybeWhole(Depth), Values.Decimals(Depth), Conditions, (c, n, d, only) => new Question(
        $"people.Where({c}).Aggregate(Count(), CountDistinct({n}), Sum({n}), Avg({n}), Max({d}), Count() where {only})",
        async db =>
        {
            var (count, distinct, sum, average, most, some) = await db.People.Where(c.Sql).AggregateAsync(p => (
                Sql.Count(), Sql.CountDistinct(n.Sql(p)), Sql.Sum(n.Sql(p)), Sql.Avg(n.Sql(p)), Sql.Max(d.Sql(p)), Sql.Count().Filter(only.Sql(p))));
            return [Shown(count, distinct, sum, average, most, some)];
        },
        office =>
        {
            var people = office.People.Where(c.Linq).ToList();
            var numbers = people.Select(n.Linq).Where(number => number is not null).ToList();
            return [Shown((long)people.Count, numbers.Distinct().LongCount(), Sum(people, n.Linq), numbers.Average(), people.Max(d.Linq), people.LongCount(only.Linq))];
        }));

    private static Gen<Question> Combined() => Gen.Select(Conditions, Conditions, Values.Text(1), Gen.Int[0, 3], (a, b, t, kind) => new Question(
        $"people.Where({a}).Select(Age, {t}) {kind switch { 0 => "union", 1 => "union all", 2 => "intersect", _ => "except" }} people.Where({b})",
        async db =>
        {
            var left = db.People.Where(a.Sql).Select(p => (p.Age, t.Sql(p).OrNull()));
            var right = db.People.Where(b.Sql).Select(p => (p.Age, t.Sql(p).OrNull()));
            var both = kind switch { 0 => left.Union(right), 1 => left.UnionAll(right), 2 => left.Intersect(right), _ => left.Except(right) };
            return Sorted((await both.ToListAsync()).Select(row => Shown(row.Item1, row.Item2)));
        },
        office =>
        {
            var left = office.People.Where(a.Linq).Select(p => Shown(p.Age, t.Linq(p)));
            var right = office.People.Where(b.Linq).Select(p => Shown(p.Age, t.Linq(p)));
            return Sorted(kind switch { 0 => left.Union(right), 1 => left.Concat(right), 2 => left.Intersect(right), _ => left.Except(right) });
        }));

    private static Gen<Question> Counted() => Gen.Select(Conditions, Gen.Int[0, 5], (c, take) => new Question(
        $"people.Where({c}).Take({take}).Count(), .Any()",
        async db =>
        {
            var all = db.People.Where(c.Sql);
            return [Shown(await all.Take(take).CountAsync(), await all.AnyAsync())];
        },
        office => [Shown(office.People.Where(c.Linq).Take(take).LongCount(), office.People.Any(c.Linq))]));

    private static Gen<DualOrder> Ordered<T>(Gen<Dual<T>> values) => Gen.Select(values, Gen.Bool, (v, descending) =>
    {
        var comparer = Comparer<T>.Create(Oracle.Sorted);
        return descending
            ? new DualOrder($"{v} desc", q => q.OrderByDescending(v.Sql), q => q.ThenByDescending(v.Sql), p => p.OrderByDescending(v.Linq, comparer), p => p.ThenByDescending(v.Linq, comparer))
            : new DualOrder($"{v}", q => q.OrderBy(v.Sql), q => q.ThenBy(v.Sql), p => p.OrderBy(v.Linq, comparer), p => p.ThenBy(v.Linq, comparer));
    });

    /// <summary>A text as one that may be null where it is selected.</summary>
    private static Dual<string?> OrNull(Dual<string> text) => new(text.Text, p => text.Sql(p).OrNull(), text.Linq);

    private static async Task<List<string>> Rows<T>(Selection<T> selection) => (await selection.ToListAsync()).ConvertAll(row => Shown(row));

    private static long? Sum(IEnumerable<PersonFact> people, Func<PersonFact, int?> value)
        => people.Select(value).Where(number => number is not null).ToList() is { Count: > 0 } numbers ? numbers.Sum(number => (long?)number) : null;

    private static List<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];

    private static string Shown(params object?[] values) => string.Join(" | ", values.Select(Oracle.Shown));
}

/// <summary>An order, said twice.</summary>
/// <param name="Text">How a failure shows it.</param>
/// <param name="By">Covet's OrderBy.</param>
/// <param name="Then">Covet's ThenBy.</param>
/// <param name="ByLinq">C#'s OrderBy.</param>
/// <param name="ThenLinq">C#'s ThenBy.</param>
public sealed record DualOrder(
    string Text, Func<PersonQuery, PersonQuery> By, Func<PersonQuery, PersonQuery> Then,
    Func<IEnumerable<PersonFact>, IOrderedEnumerable<PersonFact>> ByLinq, Func<IOrderedEnumerable<PersonFact>, IOrderedEnumerable<PersonFact>> ThenLinq)
{
    public override string ToString() => Text;
}
