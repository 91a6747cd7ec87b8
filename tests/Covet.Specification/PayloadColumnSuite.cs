using System.Text.Json;
using Zoo;

namespace Covet.Specification;

/// <summary>Payloads in columns that are stored as something else than plain text, in JSON documents and their paths, and in keys.</summary>
/// <param name="fixture">The database.</param>
public abstract class PayloadColumnSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    [SkippableFact]
    public Task Every_kind_of_column_stores_them() => EachAsync(async payload =>
    {
        await GivenAsync(Row(payload));
        var read = await Db.Everythings.SingleAsync();
        Assert.Equal(
            (payload, payload, payload, payload, payload, payload),
            (read.Text, read.MaybeText, read.Address.Street, read.MaybeAddress?.Street, read.Isbn.Digits, read.MaybeIsbn?.Digits));
        Assert.Equal(Letter(payload), read.Letter);
        Assert.Equal(System.Text.Encoding.Unicode.GetBytes(payload), read.Bytes);
        read.Number = 1;
        await Db.Everythings.UpdateAsync(read);
        Assert.Equal((payload, payload), ((await Db.Everythings.SingleAsync()).Isbn.Digits, (await Db.Everythings.SingleAsync()).Address.Street));
        await Db.Everythings.InsertManyAsync([Row(payload), Row(payload)]);
        Assert.Equal(3, await Db.Everythings.CountAsync(e => e.Isbn == new Isbn(payload) && e.MaybeText == payload && e.MaybeIsbn.In(new Isbn(payload), new Isbn("x"))));
    });

    [SkippableFact]
    public Task Conditions_on_them() => EachAsync(async payload =>
    {
        var isbn = new Isbn(payload);
        await GivenAsync(Row(payload));
        await AssertHoldsAsync(e => e.Text == payload && e.MaybeText == payload && e.Isbn == isbn && e.MaybeIsbn == isbn && e.Letter == Letter(payload) && e.MaybeText.In(payload, null));
        await AssertHoldsAsync(e => e.MaybeText.Coalesce(payload) == payload && e.Isbn.In(isbn) && e.MaybeText.Contains(payload) && !(e.MaybeText != payload));
        await AssertHoldsAsync(e => e.Address.JsonValue<string>("Street") == payload && e.MaybeAddress.JsonValue<string?>("Street") == payload);
        await AssertHoldsAsync(e => e.Address.JsonValue<string>("Street").In(payload) && e.Address.JsonValue<string>("Street").StartsWith(payload));
        Assert.Equal(payload, await Db.Everythings.OrderBy(e => e.Address.JsonValue<string>("Street")).Select(e => e.Address.JsonValue<string>("Street")).SingleAsync());
        Assert.Equal(payload, await Db.Everythings.GroupBy(e => e.Address.JsonValue<string>("Street")).Select(e => e.Address.JsonValue<string>("Street")).SingleAsync());
    });

    [SkippableFact]
    public Task Members_of_documents_are_called_so() => EachAsync(async payload =>
    {
        await GivenAsync(new Everything());
        string json = JsonSerializer.Serialize(new Dictionary<string, object> { [payload] = new Dictionary<string, object> { [payload] = new[] { "other", payload } } });
        if (IsSqlite)
            await Db.ExecuteAsync($"UPDATE everythings SET address = {json}");
        else
            await Db.ExecuteAsync($"UPDATE everythings SET address = CAST({json} AS jsonb)");
        await AssertAsync(e => e.Address.JsonValue<string>(payload, payload, 1), payload);
        await AssertHoldsAsync(e => e.Address.JsonValue<string>(payload, payload, 1) == payload && e.Address.JsonValue<string?>("x" + payload) == null);
        Assert.Equal(payload, await Db.Everythings.OrderBy(e => e.Address.JsonValue<string>(payload, payload, 1)).Select(e => e.Address.JsonValue<string>(payload, payload, 1)).SingleAsync());
    });

    [SkippableFact]
    public async Task What_can_t_be_stored_is_refused_in_every_kind_of_column()
    {
        using var log = Db.Record();
        foreach (string payload in Payloads.Refused)
        {
            await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { Text = payload }), payload);
            await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { MaybeText = payload }), payload);
            await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { Isbn = new Isbn(payload) }), payload);
            await RefusedAsync(() => Db.Everythings.InsertManyAsync([new Everything(), new Everything { Text = payload }]), payload);
            await RefusedAsync(() => Db.Everythings.UpdateAsync(new Everything { Id = 1, Text = payload }), payload);
            await RefusedAsync(() => Db.Everythings.Where(e => e.Isbn == new Isbn(payload)).ToListAsync(), payload);
            await RefusedAsync(() => Db.Everythings.Where(e => e.Isbn.In(new Isbn("x"), new Isbn(payload))).ToListAsync(), payload);
            await RefusedAsync(() => Db.Everythings.Select(e => e.Address.JsonValue<string?>(payload)).ToListAsync(), payload);
            await RefusedAsync(() => Db.Everythings.Select(e => e.Address.JsonValue<string?>("x", payload)).ToListAsync(), payload);
            await RefusedAsync(() => Db.Everythings.Where(e => e.Address.JsonValue<string>("Street") == payload).ToListAsync(), payload);
        }
        await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { Letter = '\0' }), "\0");
        await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { Letter = '\uD800' }), "\uD800");
        await RefusedAsync(() => Db.Everythings.CountAsync(e => e.Letter.In('x', '\0')), "\0");
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task A_document_with_a_NUL_character_or_half_a_pair_is_refused()
    {
        using (var log = Db.Record())
        {
            foreach (string payload in Payloads.Refused.SelectMany(payload => new[] { payload, "\\" + payload, "\"" + payload, "\uFFFD" + payload }))
            {
                await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { Address = new Address(payload, 1) }), payload);
                await RefusedAsync(() => Db.Everythings.InsertAsync(new Everything { MaybeAddress = new Address(payload, 1) }), payload);
                await RefusedAsync(() => Db.Everythings.InsertManyAsync([new Everything(), new Everything { Address = new Address(payload, 1) }]), payload);
                await RefusedAsync(() => Db.Everythings.UpdateAsync(new Everything { Id = 1, Address = new Address(payload, 1) }), payload);
            }
            Assert.Empty(log.Statements);
        }
        foreach (string street in new[] { "\\u0000", "\\\\u0000", "\\", "u0000", "\\\u0001", "\uFFFD", "\\uFFFD", "👍\uFFFD", "\\uD800" })
        {
            await GivenAsync(new Everything { Address = new Address(street, 1) });
            Assert.Equal(street, (await Db.Everythings.SingleAsync()).Address.Street);
        }
    }

    private static char Letter(string payload) => char.IsSurrogate(payload[0]) ? 'x' : payload[0];

    private static Everything Row(string payload) => new()
    {
        Text = payload,
        MaybeText = payload,
        Letter = Letter(payload),
        Bytes = System.Text.Encoding.Unicode.GetBytes(payload),
        Address = new Address(payload, 1),
        MaybeAddress = new Address(payload, 1),
        Isbn = new Isbn(payload),
        MaybeIsbn = new Isbn(payload),
    };

    private static async Task RefusedAsync(Func<Task> call, string payload)
    {
        var exception = await Assert.ThrowsAsync<InvalidValueException>(call);
        Assert.Contains(payload.Contains('\0', StringComparison.Ordinal) ? "NUL character" : "surrogate pair", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Runs a test for every payload: with each the statements are those with a harmless value.</summary>
    private async Task EachAsync(Func<string, Task> test)
    {
        string[]? expected = null;
        foreach (string payload in Payloads.All.Prepend("x").Append(Payloads.Megabyte))
        {
            using var log = Db.Record();
            var exception = await Record.ExceptionAsync(() => test(payload));
            Assert.True(exception is null, $"{(payload.Length > 99 ? "a megabyte" : payload)}: {exception}");
            string[] sent = [.. log.Statements.Select(statement => statement.Text)];
            Assert.NotEmpty(sent);
            Assert.Equal(expected ??= sent, sent);
        }
    }
}
