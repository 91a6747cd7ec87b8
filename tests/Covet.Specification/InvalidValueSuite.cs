using Zoo;

namespace Covet.Specification;

/// <summary>What can't be stored as it is, is refused by every kind of write before anything is sent, with the name of the member.</summary>
/// <param name="fixture">The database.</param>
public abstract class InvalidValueSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private const string Half = "half of a surrogate pair";
    private const string Nul = "NUL character";

    private static readonly Case<Everything, EverythingColumns>[] Everywhere =
    [
        new("Text", Nul, e => e.Text = "a\0b", e => e.Text, e => e.Text.Set("a\0b")),
        new("Text", Half, e => e.Text = "a\uD800", e => e.Text, e => e.Text.Set("a\uD800")),
        new("MaybeText", Half, e => e.MaybeText = "\uDC00", e => e.MaybeText, e => e.MaybeText.Set("\uDC00")),
        new("Letter", Nul, e => e.Letter = '\0', e => e.Letter, e => e.Letter.Set('\0')),
        new("Letter", Half, e => e.Letter = '\uD800', e => e.Letter, e => e.Letter.Set('\uD800')),
        new("Isbn", Nul, e => e.Isbn = new("\0"), e => e.Isbn, e => e.Isbn.Set(new Isbn("\0"))),
        new("MaybeIsbn", Half, e => e.MaybeIsbn = new("\uD800"), e => e.MaybeIsbn, e => e.MaybeIsbn.Set(new Isbn("\uD800"))),
        new("Address", Nul, e => e.Address = new("\0", 1), e => e.Address, e => e.Address.Set(new Address("\0", 1))),
        new("Address", Half, e => e.Address = new("\uFFFD\uD800", 1), e => e.Address, e => e.Address.Set(new Address("\uFFFD\uD800", 1))),
        new("MaybeAddress", Half, e => e.MaybeAddress = new("\uDC00\uD800", 1), e => e.MaybeAddress, e => e.MaybeAddress.Set(new Address("\uDC00\uD800", 1))),
        new("UnsignedLong", "18446744073709551615", e => e.UnsignedLong = ulong.MaxValue, e => e.UnsignedLong, e => e.UnsignedLong.Set(ulong.MaxValue)),
        new("Mood", "no member of Mood", e => e.Mood = (Mood)7, e => e.Mood, e => e.Mood.Set((Mood)7)),
        new("MaybeMood", "no member of Mood", e => e.MaybeMood = (Mood)(-1), e => e.MaybeMood, e => e.MaybeMood.Set((Mood)(-1))),
    ];

    private static readonly Case<Ware, WareColumns>[] Limited =
    [
        new("Name", "6 characters, more than its column holds (5)", w => w.Name = "sixsix", w => w.Name, w => w.Name.Set("sixsix")),
        new("MaybeName", "6 characters", w => w.MaybeName = "👍👍👍👍👍👍", w => w.MaybeName, w => w.MaybeName.Set("👍👍👍👍👍👍")),
        new("Isbn", "6 characters", w => w.Isbn = new("sixsix"), w => w.Isbn, w => w.Isbn.Set(new Isbn("sixsix"))),
        new("Rights", "15 characters", w => w.Rights = Rights.Read | Rights.Own | Rights.Lend, w => w.Rights, w => w.Rights.Set(Rights.Read | Rights.Own | Rights.Lend)),
        new("Price", "more than 2 digits behind the point", w => w.Price = 0.005m, w => w.Price, w => w.Price.Set(0.005m)),
        new("Price", "more than 3 digits before the point", w => w.Price = -1000m, w => w.Price, w => w.Price.Set(-1000m)),
        new("Share", "more than 0 digits before the point", w => w.Share = 1m, w => w.Share, w => w.Share.Set(1m)),
        new("Stock", "9223372036854775808", w => w.Stock = (ulong)long.MaxValue + 1, w => w.Stock, w => w.Stock.Set((ulong)long.MaxValue + 1)),
    ];

    [SkippableFact]
    public async Task What_no_column_stores_is_refused_by_every_write()
    {
        await Db.Everythings.InsertAsync(new Everything { Text = "kept" });
        await RefusedAsync(
            Everywhere,
            () => new Everything { Id = 1, Text = "new" },
            [
                ("insert", 0, (e, _) => Db.Everythings.InsertAsync(With(e, e => e.Id = 0))),
                ("insert of many", 0, (e, _) => Db.Everythings.InsertManyAsync([new Everything(), With(e, e => e.Id = 0)])),
                ("update", 0, (e, _) => Db.Everythings.UpdateAsync(e)),
                ("update of columns", 0, (e, each) => Db.Everythings.UpdateAsync(e, each.Column)),
                ("upsert", 0, (e, _) => Db.Everythings.UpsertAsync(e, x => x.Id)),
                ("upsert of many", 0, (e, _) => Db.Everythings.UpsertManyAsync([new Everything { Id = 2 }, e], x => x.Id)),
                ("get or create", 1, (e, _) => Db.Everythings.GetOrCreateAsync(With(e, e => e.Id = 9), x => x.Id)),
                ("update or create", 0, (e, _) => Db.Everythings.UpdateOrCreateAsync(e, x => x.Id)),
                ("update of all", 0, (_, each) => Db.Everythings.All().UpdateAsync(each.Set)),
            ],
            async () => Assert.Equal("kept", (await Db.Everythings.SingleAsync()).Text));
    }

    [SkippableFact]
    public async Task What_a_limited_column_does_not_hold_is_refused_by_every_write()
    {
        await Db.Wares.InsertAsync(new Ware { Code = "a", Name = "kept" });
        await RefusedAsync(
            Limited,
            () => new Ware { Code = "a", Name = "new" },
            [
                ("insert", 0, (w, _) => Db.Wares.InsertAsync(w)),
                ("insert of many", 0, (w, _) => Db.Wares.InsertManyAsync([new Ware { Code = "b" }, w])),
                ("update", 0, (w, _) => Db.Wares.UpdateAsync(w)),
                ("update of columns", 0, (w, each) => Db.Wares.UpdateAsync(w, each.Column)),
                ("upsert", 0, (w, _) => Db.Wares.UpsertAsync(w, x => x.Code)),
                ("upsert of many", 0, (w, _) => Db.Wares.UpsertManyAsync([new Ware { Code = "b" }, w], x => x.Code)),
                ("get or create", 1, (w, _) => Db.Wares.GetOrCreateAsync(With(w, w => w.Code = "b"), x => x.Code)),
                ("update or create", 0, (w, _) => Db.Wares.UpdateOrCreateAsync(w, x => x.Code)),
                ("update of all", 0, (_, each) => Db.Wares.All().UpdateAsync(each.Set)),
            ],
            async () => Assert.Equal("kept", (await Db.Wares.SingleAsync()).Name));
    }

    [SkippableFact]
    public async Task Limits_hold_what_they_say()
    {
        var ware = new Ware
        {
            Code = "12345678",
            Name = "👍👍👍👍👍",
            MaybeName = "ÄÖÜßé",
            Isbn = new("12345"),
            Price = -999.990m,
            Share = 0.1234567890123456789012345678m,
            Rights = Rights.Read | Rights.Own,
            Stock = long.MaxValue,
        };
        await Db.Wares.InsertAsync(ware);
        await Db.Offers.InsertAsync(new Offer { Ware = ware });
        var read = await Db.Wares.SingleAsync();
        Assert.Equal(
            (ware.Code, ware.Name, ware.MaybeName, ware.Isbn, ware.Price, ware.Share, ware.Rights, ware.Stock),
            (read.Code, read.Name, read.MaybeName, read.Isbn, read.Price, read.Share, read.Rights, read.Stock));
        Assert.Equal(1, await Db.Wares.All().UpdateAsync(w => w.Name.Set("👍👍👍👍👍"), w => w.MaybeName.Set((string?)null), w => w.Price.Set(1.10m), w => w.Rights.Set(Rights.All)));
        read = await Db.Wares.SingleAsync();
        Assert.Equal(("👍👍👍👍👍", null, 1.1m, Rights.All), (read.Name, read.MaybeName, read.Price, read.Rights));
    }

    [SkippableFact]
    public async Task A_key_is_limited_and_so_is_what_refers_to_it()
    {
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Wares.InsertAsync(new Ware { Code = "123456789" })), "Ware", "Code", "9 characters");
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Offers.InsertAsync(new Offer { WareId = "123456789" })), "Offer", "WareId", "9 characters");
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Offers.All().UpdateAsync(o => o.WareId.Set("123456789"))), "Offer", "WareId", "9 characters");
    }

    [SkippableFact]
    public async Task A_condition_may_ask_for_more_than_a_column_holds_but_not_for_what_none_does()
    {
        await Db.Wares.InsertAsync(new Ware { Code = "a" });
        Assert.Equal(0, await Db.Wares.CountAsync(w => w.Name == "sixsix" || w.Name.In("sevenseven") || w.Price == 0.005m));
        Assert.Equal(1, await Db.Wares.CountAsync(w => w.Price < 10_000m && w.Name.Length() < 1000));
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Wares.CountAsync(w => w.Name == "\0")), "Ware", "Name", Nul);
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Wares.FindAsync("\0")), "Ware", "Code", Nul);
        Assert.Null(await Db.Wares.FindAsync("longer than any code"));
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Wares.CountAsync(w => w.Isbn.In(new Isbn("x"), new Isbn("\uD800")))), "Ware", "Isbn", Half);
        AssertNames(await Assert.ThrowsAsync<InvalidValueException>(() => Db.Offers.CountAsync(o => o.Ware.Stock > ulong.MaxValue)), "Ware", "Stock", "more than a column");
        var plain = await Assert.ThrowsAsync<InvalidValueException>(() => Db.Wares.CountAsync(w => w.Name.Contains("\0")));
        Assert.Equal((null, null, "p0"), (plain.Model, plain.Member, plain.Parameter));
        Assert.StartsWith("Parameter @p0 holds a NUL character", plain.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Flags_are_stored_by_their_names_and_by_their_numbers()
    {
        Rights[] all = [Rights.None, Rights.Read, Rights.All, Rights.Read | Rights.Own];
        await Db.Wares.InsertManyAsync(all.Select((rights, i) => new Ware { Code = $"{i}", Rights = rights, Numbered = rights | (Rights)64 }));
        Assert.Equal(all.Select(rights => (rights, rights | (Rights)64)), await Db.Wares.OrderBy(w => w.Code).Select(w => (w.Rights, w.Numbered)).ToListAsync());
        Assert.Equal("Read, Own", await Db.ScalarAsync<string>($"SELECT rights FROM wares WHERE code = '3'"));
        Assert.Equal(1, await Db.Wares.CountAsync(w => w.Rights == Rights.All && w.Numbered == (Rights.All | (Rights)64)));
    }

    [SkippableFact]
    public async Task A_refused_value_leaves_a_transaction_as_it_was() => await Db.TransactionAsync(async tx =>
    {
        var ware = new Ware { Code = "a", Name = "sixsix" };
        await Assert.ThrowsAsync<InvalidValueException>(() => tx.Wares.InsertAsync(ware));
        await Assert.ThrowsAsync<InvalidValueException>(() => tx.Wares.InsertManyAsync([new Ware { Code = "b" }, ware]));
        ware.Name = "five";
        await tx.Wares.InsertAsync(ware);
        Assert.Equal(["five"], await tx.Wares.Select(w => w.Name).ToListAsync());
    });

    private static TModel With<TModel>(TModel model, Action<TModel> set)
    {
        set(model);
        return model;
    }

    private static void AssertNames(InvalidValueException exception, string model, string member, string reason)
    {
        Assert.Equal((model, member), (exception.Model, exception.Member));
        Assert.StartsWith($"{model}.{member} ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Spoils an instance in each way and writes it in each way: each is refused by its name, writes nothing, and the row stays what it is.</summary>
    private async Task RefusedAsync<TModel, TColumns>(
        Case<TModel, TColumns>[] cases, Func<TModel> create, (string Name, int Sent, Func<TModel, Case<TModel, TColumns>, Task> Write)[] writes, Func<Task> untouched)
        where TModel : class, IModel
    {
        foreach (var each in cases)
        {
            foreach (var (name, sent, write) in writes)
            {
                var model = create();
                each.Spoil(model);
                using var log = Db.Record();
                var exception = await Record.ExceptionAsync(() => write(model, each));
                Assert.True(exception is InvalidValueException, $"{name} of {each.Member}: {exception}");
                AssertNames((InvalidValueException)exception, typeof(TModel).Name, each.Member, each.Reason);
                Assert.True(log.Statements.Count == sent, $"{name} of {each.Member} sent {string.Join("; ", log.Statements.Select(statement => statement.Text))}");
                Assert.Null(model.Source);
                await untouched();
            }
        }
    }

    private sealed record Case<TModel, TColumns>(string Member, string Reason, Action<TModel> Spoil, Func<TColumns, IColumn> Column, Func<TColumns, Assignment> Set);
}
