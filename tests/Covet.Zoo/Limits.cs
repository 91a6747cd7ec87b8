using Covet;

namespace Zoo;

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    All = Read | Write,
    Own = 4,
    Lend = 8,
}

/// <summary>A number that is never negative.</summary>
public readonly record struct Sold(int Count);

public sealed class SoldConverter : IValueConverter<Sold, int>
{
    public static int ToStored(Sold value) => value.Count;

    public static Sold FromStored(int value) => value >= 0 ? new(value) : throw new InvalidOperationException("Nobody sells less than nothing.");
}

/// <summary>Columns that hold only so much.</summary>
[Model]
public partial class Ware
{
    [Key, MaxLength(8)]
    public string Code { get; set; } = "";

    [MaxLength(5)]
    public string Name { get; set; } = "";

    [MaxLength(5)]
    public string? MaybeName { get; set; }

    [Converter<IsbnConverter>, MaxLength(5)]
    public Isbn Isbn { get; set; } = new("");

    [Precision(5, 2)]
    public decimal Price { get; set; }

    [Precision(28, 28)]
    public decimal? Share { get; set; }

    [Text, MaxLength(11)]
    public Rights Rights { get; set; }

    public Rights Numbered { get; set; }

    [Column("odd name")]
    public ulong Stock { get; set; }

    [Converter<SoldConverter>]
    public Sold Sold { get; set; }
}

/// <summary>A foreign key to a limited key.</summary>
[Model]
public partial class Offer
{
    public int Id { get; set; }

    [ForeignKey]
    public partial Ware? Ware { get; set; }
}

[Projection<Ware>]
public partial record WareCard(string Code, Sold Sold);

/// <summary>Arrays, which PostgreSQL alone stores.</summary>
[Model]
public partial class Listing
{
    public int Id { get; set; }

    [MaxLength(3)]
    public string[] Labels { get; set; } = [];

    public int[]? Numbers { get; set; }
}
