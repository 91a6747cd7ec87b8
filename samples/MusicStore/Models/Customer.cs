using Covet;

namespace MusicStore;

/// <summary>Somebody who buys, and who looks after them.</summary>
[Model(Table = "Customer")]
public partial class Customer
{
    [Key, Column("CustomerId")]
    public int Id { get; set; }

    [Column("FirstName")]
    public string FirstName { get; set; } = "";

    [Column("LastName")]
    public string LastName { get; set; } = "";

    [Column("Company")]
    public string? Company { get; set; }

    [Column("Address")]
    public string? Address { get; set; }

    [Column("City")]
    public string? City { get; set; }

    [Column("State")]
    public string? State { get; set; }

    [Column("Country")]
    public string? Country { get; set; }

    [Column("PostalCode")]
    public string? PostalCode { get; set; }

    [Column("Phone")]
    public string? Phone { get; set; }

    [Column("Fax")]
    public string? Fax { get; set; }

    [Column("Email")]
    public string Email { get; set; } = "";

    [ForeignKey(Column = "SupportRepId", RelatedName = "Customers")]
    public partial Employee? SupportRep { get; set; }
}
