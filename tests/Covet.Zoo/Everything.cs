using Covet;

namespace Zoo;

public enum Size : byte
{
    Small = 1,
    Large = 200,
}

public enum Mood
{
    Calm,
    Wild,
}

/// <summary>A value type of the user's own.</summary>
public readonly record struct Isbn(string Digits);

public sealed class IsbnConverter : IValueConverter<Isbn, string>
{
    public static string ToStored(Isbn value) => value.Digits;

    public static Isbn FromStored(string stored) => new(stored);
}

public sealed record Address(string Street, int Number);

/// <summary>Mapped types behind an optional relation; an enum that is stored in two ways.</summary>
[Model]
public partial class Parcel
{
    public int Id { get; set; }

    [ForeignKey(RelatedName = "Parts")]
    public partial Parcel? Whole { get; set; }

    public Mood Mood { get; set; }

    [Text]
    public Mood TextMood { get; set; }

    [Text]
    public Mood? MaybeMood { get; set; }

    [Converter<IsbnConverter>]
    public Isbn Isbn { get; set; } = new("");

    public decimal Weight { get; set; }
    public decimal? MaybeWeight { get; set; }
    public short Count { get; set; }
    public float Volume { get; set; }
}

/// <summary>A column of every type.</summary>
[Model]
public partial class Everything
{
    public long Id { get; set; }
    public bool Flag { get; set; }
    public sbyte Tiny { get; set; }
    public byte Octet { get; set; }
    public short Short { get; set; }
    public ushort UnsignedShort { get; set; }
    public int Number { get; set; }
    public uint UnsignedNumber { get; set; }
    public long Long { get; set; }
    public ulong UnsignedLong { get; set; }
    public float Single { get; set; }
    public double Double { get; set; }
    public decimal Amount { get; set; }
    public string Text { get; set; } = "";
    public char Letter { get; set; } = 'x';
    public Guid Guid { get; set; }
    public DateTime Clock { get; set; }
    public DateTimeOffset Instant { get; set; }
    public DateOnly Date { get; set; }
    public TimeOnly Time { get; set; }
    public TimeSpan Duration { get; set; }
    public byte[] Bytes { get; set; } = [];
    public Size Size { get; set; } = Size.Small;

    [Text]
    public Mood Mood { get; set; }

    [Json]
    public Address Address { get; set; } = new("", 0);

    [Converter<IsbnConverter>]
    public Isbn Isbn { get; set; } = new("");

    public bool? MaybeFlag { get; set; }
    public byte? MaybeOctet { get; set; }
    public int? MaybeNumber { get; set; }
    public long? MaybeLong { get; set; }
    public double? MaybeDouble { get; set; }
    public decimal? MaybeAmount { get; set; }
    public string? MaybeText { get; set; }
    public Guid? MaybeGuid { get; set; }
    public DateTime? MaybeClock { get; set; }
    public DateTimeOffset? MaybeInstant { get; set; }
    public DateOnly? MaybeDate { get; set; }
    public TimeOnly? MaybeTime { get; set; }
    public TimeSpan? MaybeDuration { get; set; }
    public byte[]? MaybeBytes { get; set; }
    public Size? MaybeSize { get; set; }

    [Text]
    public Mood? MaybeMood { get; set; }

    [Json]
    public Address? MaybeAddress { get; set; }

    [Converter<IsbnConverter>]
    public Isbn? MaybeIsbn { get; set; }
}
