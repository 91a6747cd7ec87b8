using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Running;

/// <summary>Upserts and reloads of odd shapes, at work on each database.</summary>
public abstract class UpsertRuns : ProgramRuns
{
    [SkippableFact]
    public Task Unique_columns_and_sets_of_all_declarations_are_targets() => RunAsync(
        Zoo.Shapes["indexes"],
        "Db",
        """
        var bill = new Bill { Year = 2026, Number = 1, Code = "a" };
        await db.Bills.UpsertAsync(bill, b => b.YearAndNumber);
        await db.Bills.UpsertAsync(new Bill { Year = 2026, Number = 1, Code = "b", Owner = bill }, b => b.YearAndNumber);
        Assert.Equal(("b", (int?)bill.Id), await db.Bills.Select(b => (b.Code, b.OwnerId)).SingleAsync());
        await db.Bills.UpsertAsync(new Bill { Year = 2027, Number = 2, Code = "b" }, b => b.Code);
        Assert.Equal((2027, 2), await db.Bills.Select(b => (b.Year, b.Number)).SingleAsync());
        await bill.ReloadAsync();
        Assert.Equal((2027, "b", (int?)null), (bill.Year, bill.Code, bill.OwnerId));
        """);

    [SkippableFact]
    public Task What_only_a_new_instance_can_set_is_read_anew_and_filled_in() => RunAsync(
        """
        public abstract class Entity<TKey, TNote> where TKey : struct, IEquatable<TKey> where TNote : class { [Key] public TKey Id { get; init; } public TNote? Note { get; init; } public virtual int Rank { get; init; } }
        public abstract class Named : Entity<Guid, string> { public string Name { get; init; } = ""; }
        [Model] public partial record class Card { public int Id { get; private set; } [Unique] public required string Code { get; init; } public int @new { get; init; } [ForeignKey] public partial Card? Twin { get; init; } }
        [Model] public partial class Person : Named { [Unique] public string Email { get; init; } = ""; public override int Rank { get; init; } }
        [Database] public partial class Db;
        """,
        "Db",
        """
        var card = new Card { Code = "a", @new = 1 };
        await db.Cards.InsertAsync(card);
        var upserted = new Card { Code = "a", @new = 2, Twin = card };
        await db.Cards.UpsertAsync(upserted, c => c.Code);
        Assert.Equal(card.Id, upserted.Id);
        await card.ReloadAsync();
        Assert.Equal((2, (int?)card.Id), (card.@new, card.TwinId));

        var first = new Person { Id = Guid.NewGuid(), Email = "e", Name = "First", Note = "n", Rank = 1 };
        await db.People.InsertAsync(first);
        var second = new Person { Id = Guid.NewGuid(), Email = "e", Name = "Second", Note = null, Rank = 2 };
        await db.People.UpsertAsync(second, p => p.Email);
        Assert.Equal(first.Id, second.Id);
        await first.ReloadAsync();
        Assert.Equal(("Second", (string?)null, 2), (first.Name, first.Note, first.Rank));
        """);

    [SkippableFact]
    public Task Keys_of_several_columns_and_shared_keys_are_targets() => RunAsync(
        Zoo.Shapes["composite keys"],
        "Db",
        """
        var region = new Region { Country = "FR", Code = 11, Name = "IdF" };
        await db.Regions.UpsertAsync(region, r => r.CountryAndCode);
        await db.Regions.UpsertManyAsync([new Region { Country = "FR", Code = 11, Name = "Other" }, new Region { Country = "DE", Code = 9, Name = "Bayern" }], r => r.CountryAndCode);
        await region.ReloadAsync();
        Assert.Equal("Other", region.Name);
        Assert.Equal(2, await db.Regions.CountAsync());
        var paris = new City { Region = region, CapitalOf = region };
        Assert.True((await db.Cities.GetOrCreateAsync(paris, c => c.CapitalOfCountryAndCapitalOfCode)).Created);
        var (found, created) = await db.Cities.GetOrCreateAsync(new City { Region = region, CapitalOf = region }, c => c.CapitalOfCountryAndCapitalOfCode);
        Assert.Equal((paris.Id, false), (found.Id, created));
        var lost = new City { Region = region };
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Cities.GetOrCreateAsync(lost, c => c.CapitalOfCountryAndCapitalOfCode));
        Assert.Equal(Guid.Empty, lost.Id);
        """);

    [SkippableFact]
    public Task A_model_that_is_its_key_alone_is_found_by_it() => RunAsync(
        Zoo.Shapes["odd keys"],
        "Db",
        """
        await db.Grades.UpsertAsync(new Grade { Level = Level.High }, g => g.Level);
        Assert.False((await db.Grades.GetOrCreateAsync(new Grade { Level = Level.High }, g => g.Level)).Created);
        Assert.False((await db.Grades.UpdateOrCreateAsync(new Grade { Level = Level.High }, g => g.Level)).Created);
        Assert.True((await db.Grades.UpdateOrCreateAsync(new Grade { Level = Level.Low }, g => g.Level)).Created);
        var grade = await db.Grades.FirstAsync();
        await grade.ReloadAsync();
        var item = new Item { Sku = new Sku("x"), Grade = grade };
        await db.Items.UpsertAsync(item, i => i.Sku);
        await db.Items.UpsertAsync(new Item { Sku = new Sku("x") }, i => i.Sku);
        await item.ReloadAsync();
        Assert.Null(item.Grade);
        """);

    [SkippableFact]
    public Task Difficult_names_are_quoted() => RunAsync(
        Zoo.Shapes["quoted names"],
        "Db",
        """
        var odd = new Odd { Name = "n", Code = 1 };
        await db.Odds.UpsertAsync(odd, o => o.Code);
        await db.Odds.UpsertAsync(new Odd { Name = "m", Code = 1 }, o => o.Code);
        Assert.False((await db.Odds.UpdateOrCreateAsync(new Odd { Name = "o", Code = 1 }, o => o.Code)).Created);
        await odd.ReloadAsync();
        Assert.Equal("o", odd.Name);
        """);
}
