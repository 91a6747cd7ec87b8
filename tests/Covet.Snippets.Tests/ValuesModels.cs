using Covet;

namespace Values;

public enum Size : byte
{
    Small,
    Large,
}

public enum State
{
    New,
    Sold,
}

public sealed record Box(int Width, int Height);

public readonly record struct Isbn(string Digits);

public sealed class IsbnConverter : IValueConverter<Isbn, string>
{
    public static string ToStored(Isbn value) => value.Digits;

    public static Isbn FromStored(string value) => new(value);
}

/// <summary>A property for each line of the guide's table, in its order.</summary>
[Model]
public partial class Everything
{
    public int Id { get; set; }
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

    [Precision(5, 2)]
    public decimal Price { get; set; }

    public string Text { get; set; } = "";

    [MaxLength(5)]
    public string Name { get; set; } = "";

    public char Letter { get; set; } = 'x';
    public Guid Guid { get; set; }
    public DateTime Clock { get; set; }
    public DateTimeOffset Instant { get; set; }
    public DateOnly Date { get; set; }
    public TimeOnly Time { get; set; }
    public TimeSpan Duration { get; set; }
    public byte[] Bytes { get; set; } = [];
    public Size Size { get; set; }

    [Text]
    public State State { get; set; }

    [Json]
    public Box Box { get; set; } = new(1, 2);

    [Converter<IsbnConverter>]
    public Isbn Isbn { get; set; } = new("");
}

[Model]
public partial class Ware
{
    public int Id { get; set; }

    [MaxLength(5)]
    public string Name { get; set; } = "";

    [Precision(5, 2)]
    public decimal Price { get; set; }

    public decimal Weight { get; set; }

    [Text]
    public State State { get; set; }
}

[Database]
public partial class ValuesDb;
