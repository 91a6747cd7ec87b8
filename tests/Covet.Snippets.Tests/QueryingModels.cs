using Covet;

namespace Tour;

[Model]
public partial class Order
{
    public int Id { get; set; }

    [Json]
    public Delivery Delivery { get; set; } = new("", []);
}

public sealed record Delivery(string City, string[] Notes);

[Model]
public partial class Article
{
    public int Id { get; set; }

    public string[] Keywords { get; set; } = [];
}
