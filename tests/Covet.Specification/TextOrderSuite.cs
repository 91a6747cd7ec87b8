using System.Text;
using Zoo;

namespace Covet.Specification;

/// <summary>Texts are ordered by code point on every provider, whatever the locale of the database.</summary>
/// <param name="fixture">The database.</param>
public abstract class TextOrderSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    // U+FFFD comes before U+1F600, though its UTF-16 comes after.
    private static readonly string[] Texts =
        ["a", "B", "Z", "z", "ab", "a b", "a-b", "aB", "A", "_", "-", "", " ", "1", "10", "9", "ä", "Ö", "é", "e", "~", "ß", "ss", "\uFFFD", "😀", "😀a"];

    private static IEnumerable<string> InOrder => Texts.Order(ByCodePoint);

    private static Comparer<string> ByCodePoint { get; } =
        Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    [SkippableFact]
    public async Task Rows_are_ordered_by_code_point()
    {
        Assert.Equal(InOrder, await Db.Everythings.OrderBy(e => e.Text).Select(e => e.Text).ToListAsync());
        Assert.Equal(InOrder.Reverse(), await Db.Everythings.OrderByDescending(e => e.MaybeText).Select(e => e.Text).ToListAsync());
    }

    [SkippableFact]
    public async Task Comparisons_go_by_code_point()
    {
        foreach (string bound in Texts)
        {
            Assert.Equal(Texts.Count(text => ByCodePoint.Compare(text, bound) < 0), await Db.Everythings.Where(e => e.Text < bound).CountAsync());
            Assert.Equal(Texts.Count(text => ByCodePoint.Compare(text, bound) >= 0), await Db.Everythings.Where(e => e.MaybeText >= bound).CountAsync());
            Assert.Equal(Texts.Count(text => ByCodePoint.Compare(text, bound) > 0), await Db.Everythings.Where(e => e.Text > bound).CountAsync());
        }
    }

    [SkippableFact]
    public async Task The_smallest_and_the_greatest_text_go_by_code_point()
    {
        Assert.Equal(("", "😀a"), await Db.Everythings.AggregateAsync(e => (Sql.Min(e.Text), Sql.Max(e.Text))));
        string[] mixed = ["z", "Z", "a", "_"];
        Assert.Equal(("Z", "z"), await Db.Everythings.Where(e => e.Text.In(mixed)).AggregateAsync(e => (Sql.Min(e.MaybeText), Sql.Max(e.Text))));
    }

    [SkippableFact]
    public async Task Characters_and_names_of_enums_are_ordered_alike()
    {
        await Db.Parcels.InsertManyAsync([new Parcel { TextMood = Mood.Wild }, new Parcel { TextMood = Mood.Calm }]);
        Assert.Equal([Mood.Calm, Mood.Wild], await Db.Parcels.OrderBy(p => p.TextMood).Select(p => p.TextMood).ToListAsync());
        var letters = await Db.Everythings.OrderBy(e => e.Letter).Select(e => e.Letter).ToListAsync();
        Assert.Equal(letters.Order(), letters);
    }

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Everythings.InsertManyAsync(Texts.Select(text => new Everything { Text = text, MaybeText = text, Letter = text is [var letter, ..] && !char.IsSurrogate(letter) ? letter : 'x' }));
    }
}
