using Covet;

namespace Bank;

[Model]
public partial class Wallet
{
    public int Id { get; set; }

    [Unique]
    public string Owner { get; set; } = "";

    [Precision(12, 2)]
    public decimal Balance { get; set; }

    [Version]
    public int Version { get; private set; }                    // a uint is PostgreSQL's xmin, which takes no column

    [CreatedAt]
    public DateTimeOffset OpenedAt { get; private set; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; private set; }

    partial void OnSaving(SaveKind kind)
    {
        Owner = Owner.Trim();
        if (Balance < 0)
            throw new InvalidOperationException($"{Owner}'s wallet would be overdrawn.");
    }
}

[Database]
public partial class BankDb;
