using Covet;

namespace MusicStore;

/// <summary>One track of a purchase.</summary>
[Model(Table = "InvoiceLine")]
public partial class InvoiceLine
{
    [Key, Column("InvoiceLineId")]
    public int Id { get; set; }

    [ForeignKey(Column = "InvoiceId", RelatedName = "Lines")]
    public partial Invoice Invoice { get; set; }

    [ForeignKey(Column = "TrackId", RelatedName = "InvoiceLines")]
    public partial Track Track { get; set; }

    [Column("UnitPrice")]
    public decimal UnitPrice { get; set; }

    [Column("Quantity")]
    public int Quantity { get; set; }
}
