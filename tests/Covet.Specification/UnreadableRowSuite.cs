using Zoo;

namespace Covet.Specification;

/// <summary>A value that its member can't have is named by every way of reading; what is beside it stays readable.</summary>
/// <param name="fixture">The database.</param>
public abstract class UnreadableRowSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Every_way_of_reading_models_names_the_member()
    {
        await NamedAsync(() => Db.Wares.ToListAsync());
        await NamedAsync(() => Db.Wares.OrderBy(w => w.Code).FirstAsync());
        await NamedAsync(() => Db.Wares.FindAsync("bad"));
        await NamedAsync(() => Db.Wares.FindManyAsync(["good", "bad"]));
        await NamedAsync(() => Db.Wares.FromSql($"SELECT * FROM wares").ToListAsync());
        await NamedAsync(() => Db.Wares.Prefetch(w => w.Offers).ToListAsync());
        await NamedAsync(() => Db.Offers.Include(o => o.Ware).ToListAsync());
        await NamedAsync(() => Db.Offers.Prefetch(o => o.Ware).ToListAsync());
        await NamedAsync(() => Db.Offers.Select(o => (o.Id, o.Ware)).ToListAsync());
        await NamedAsync(async () => await (await Db.Offers.SingleAsync(o => o.WareId == "bad")).LoadWareAsync());
        await NamedAsync(() => Db.Wares.GetOrCreateAsync(new Ware { Code = "bad" }, x => x.Code));
        var ware = new Ware { Code = "bad", Name = "mine", Sold = new(3) };
        await Db.Wares.UpdateAsync(ware);
        await SpoilAsync();
        await NamedAsync(() => ware.ReloadAsync());
        Assert.Equal(("mine", new Sold(3)), (ware.Name, ware.Sold));
    }

    [SkippableFact]
    public async Task Every_way_of_reading_selections_names_the_member()
    {
        await NamedAsync(() => Db.Wares.Select(w => w.Sold).ToListAsync(), key: null);
        await NamedAsync(() => Db.Wares.Select(w => (w.Code, w.Sold, w.Name)).ToListAsync(), key: null);
        await NamedAsync(() => Db.Offers.Select(o => (o.Id, o.Ware.Sold.OrNull())).ToListAsync(), key: null, column: null);
        await NamedAsync(() => Db.QueryAsync<Ware>($"SELECT name, sold, code, maybe_name, isbn, price, share, rights, numbered, \"odd name\" FROM wares"), key: null);
        await NamedAsync(() => Db.Wares.Select<WareCard>().ToListAsync(), key: null, model: "WareCard");
        await NamedAsync(() => Db.QueryAsync<WareCard>($"SELECT sold, code FROM wares"), key: null, model: "WareCard");
        var least = await Assert.ThrowsAsync<MappingException>(() => Db.Wares.AggregateAsync(w => Sql.Min(w.Sold)));
        Assert.Equal((null, null, "-1"), (least.Model, least.Member, least.Value));
        Assert.StartsWith("A row can't be read: column ", least.Message, StringComparison.Ordinal);
        var scalar = await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<DateOnly>($"SELECT code AS day FROM wares"));
        Assert.Equal((null, null, "day"), (scalar.Model, scalar.Member, scalar.Column));
    }

    [SkippableFact]
    public async Task A_stream_ends_with_it()
    {
        for (int i = 0; i < 10; i++)
            await Db.Wares.InsertAsync(new Ware { Code = $"a{i}" });
        foreach (var query in new[] { Db.Wares.OrderBy(w => w.Code), Db.Wares.OrderBy(w => w.Code).Prefetch(w => w.Offers) })
        {
            var read = new List<string>();
            await NamedAsync(async () =>
            {
                await foreach (var ware in query.Stream(chunk: 5))
                    read.Add(ware.Code);
            });
            // Chunks before it were given out; one whose levels travel with it was not.
            string[] all = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"];
            Assert.Equal(all.Take(read.Count), read);
            Assert.InRange(read.Count, 5, 10);
        }
    }

    [SkippableFact]
    public async Task A_transaction_goes_on() => await Db.TransactionAsync(async tx =>
    {
        await NamedAsync(() => tx.Wares.ToListAsync());
        await NamedAsync(() => tx.Offers.Prefetch(o => o.Ware).ToListAsync());
        await NamedAsync(async () =>
        {
            await foreach (var ware in tx.Wares.Prefetch(w => w.Offers))
                Assert.NotNull(ware);
        });
        Assert.Equal(["good"], await tx.Wares.Where(w => w.Code != "bad").Select(w => w.Code).ToListAsync());
        await tx.Wares.InsertAsync(new Ware { Code = "new" });
        Assert.Equal(3, await tx.Wares.CountAsync());
    });

    [SkippableFact]
    public async Task A_key_that_the_property_can_t_have_is_named()
    {
        // PostgreSQL numbers rows in the type of the column.
        if (!IsSqlite)
            return;
        await Db.ExecuteAsync($"UPDATE sqlite_sequence SET seq = 3000000000 WHERE name = 'offers'");
        var offer = new Offer();
        foreach (var insert in new[] { () => Db.Offers.InsertAsync(offer), () => Db.Offers.InsertManyAsync([offer, new Offer()]) })
        {
            var exception = await Assert.ThrowsAsync<MappingException>(insert);
            Assert.Equal(("Offer", "Id", "id"), (exception.Model, exception.Member, exception.Column));
            Assert.StartsWith("300000000", exception.Value, StringComparison.Ordinal);
            Assert.Equal((0, null), (offer.Id, ((IModel)offer).Source));
        }
    }

    [SkippableFact]
    public async Task A_mistake_of_the_selection_has_words_of_its_own()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.ScalarAsync<int>($"SELECT NULL"));
        Assert.Contains("gave NULL", exception.Message, StringComparison.Ordinal);
        await Db.Parcels.InsertAsync(new Parcel { Isbn = new("1") });
        exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Parcels.Select(p => p.Whole.Count).ToListAsync());
        Assert.Contains("OrNull()", exception.Message, StringComparison.Ordinal);
    }

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Wares.InsertManyAsync([new Ware { Code = "good" }, new Ware { Code = "bad" }]);
        await Db.Offers.InsertManyAsync([new Offer { WareId = "good" }, new Offer { WareId = "bad" }]);
        await SpoilAsync();
    }

    private Task<int> SpoilAsync() => Db.ExecuteAsync($"UPDATE wares SET sold = -1 WHERE code = 'bad'");

    private async Task NamedAsync(Func<Task> read, string? key = "Code bad", string model = "Ware", string? column = "sold")
    {
        var exception = await Assert.ThrowsAsync<MappingException>(read);
        Assert.Equal((model, "Sold", "-1", key), (exception.Model, exception.Member, exception.Value, exception.Key));
        Assert.Equal(column ?? exception.Column, exception.Column);
        Assert.Equal($"{model}.Sold can't be read: column {exception.Column}{(key is null ? "" : $" of the Ware with {key}")} holds '-1'. Nobody sells less than nothing.", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.True(await Db.Wares.AnyAsync(w => w.Code == "good"));
        Assert.Equal(0, (await Db.Wares.SingleAsync(w => w.Code == "good")).Sold.Count);
    }
}
