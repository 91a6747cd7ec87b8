namespace Covet.Specification;

/// <summary>NULL of every type, and what is refused before it is sent.</summary>
public abstract class NullSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    [SkippableFact]
    public async Task Null_of_every_type_is_null_again()
    {
        await NullAsync<bool>();
        await NullAsync<sbyte>();
        await NullAsync<byte>();
        await NullAsync<short>();
        await NullAsync<ushort>();
        await NullAsync<int>();
        await NullAsync<uint>();
        await NullAsync<long>();
        await NullAsync<ulong>();
        await NullAsync<float>();
        await NullAsync<double>();
        await NullAsync<decimal>();
        await NullAsync<char>();
        await NullAsync<Guid>();
        await NullAsync<DateTime>();
        await NullAsync<DateTimeOffset>();
        await NullAsync<DateOnly>();
        await NullAsync<TimeOnly>();
        await NullAsync<TimeSpan>();
        Assert.Null(await ScalarAsync<string?>("SELECT @value", new Bound().Add<string?>("value", null)));
        Assert.Null(await ScalarAsync<byte[]?>("SELECT @value", new Bound().Add<byte[]?>("value", null)));
    }

    [SkippableFact]
    public async Task Nullable_values_that_are_given_are_values()
    {
        Assert.Equal(5, await ScalarAsync<int?>("SELECT @value", new Bound().Add<int?>("value", 5)));
        Assert.Equal(5.5m, await ScalarAsync<decimal?>("SELECT @value", new Bound().Add<decimal?>("value", 5.5m)));
        Assert.Equal('x', await ScalarAsync<char?>("SELECT @value", new Bound().Add<char?>("value", 'x')));
        Assert.Equal(DateOnly.MaxValue, await ScalarAsync<DateOnly?>("SELECT @value", new Bound().Add<DateOnly?>("value", DateOnly.MaxValue)));
    }

    [SkippableFact]
    public async Task A_text_with_a_NUL_character_is_refused_by_its_parameter()
    {
        var exception = await Assert.ThrowsAsync<InvalidValueException>(() => ScalarAsync<string>("SELECT @title", new Bound().Add("title", "a\0b")));
        Assert.Contains("@title", exception.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidValueException>(() => ScalarAsync<string>("SELECT @value", new Bound().Add("value", '\0')));
        await Assert.ThrowsAsync<InvalidValueException>(() => ScalarAsync<string>("SELECT @value", new Bound().AddList("value", ["a", "\0"])));
    }

    [SkippableFact]
    public async Task Half_of_a_surrogate_pair_is_refused()
    {
        // Not inline data: attributes are UTF-8, which has no halves.
        foreach (string text in new[] { "a\ud83d", "\ud83dx", "\udc4d\ud83d" })
        {
            var exception = await Assert.ThrowsAsync<InvalidValueException>(() => ScalarAsync<string>("SELECT @title", new Bound().Add("title", text)));
            Assert.Contains("@title", exception.Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task An_unsigned_integer_beyond_64_bits_with_a_sign_is_refused()
        => await Assert.ThrowsAsync<InvalidValueException>(() => ScalarAsync<ulong>("SELECT @value", new Bound().Add("value", ulong.MaxValue)));

    [SkippableFact]
    public async Task A_type_that_is_not_mapped_is_refused()
        => await Assert.ThrowsAsync<NotSupportedException>(() => ScalarAsync<string>("SELECT @value", new Bound().Add("value", new Uri("http://localhost"))));

    private async Task NullAsync<T>() where T : struct
    {
        Assert.Null(await ScalarAsync<T?>("SELECT @value", new Bound().Add<T?>("value", null)));
        Assert.Null(await ScalarAsync<T?>("SELECT @value", new Bound().AddNull<T>("value")));
    }
}
