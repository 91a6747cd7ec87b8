using Covet;

namespace MusicStore;

/// <summary>One purchase.</summary>
[Model(Table = "Invoice")]
public partial class Invoice
{
    [Key, Column("InvoiceId")]
    public int Id { get; set; }

    [ForeignKey(Column = "CustomerId", RelatedName = "Invoices")]
    public partial Customer Customer { get; set; }

    [Column("InvoiceDate")]
    public DateTime InvoiceDate { get; set; }

    [Column("BillingAddress")]
    public string? BillingAddress { get; set; }

    [Column("BillingCity")]
    public string? BillingCity { get; set; }

    [Column("BillingState")]
    public string? BillingState { get; set; }

    [Column("BillingCountry")]
    public string? BillingCountry { get; set; }

    [Column("BillingPostalCode")]
    public string? BillingPostalCode { get; set; }

    [Column("Total")]
    public decimal Total { get; set; }
}
