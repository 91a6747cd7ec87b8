using Covet;

namespace MusicStore;

/// <summary>Somebody who works at the store, and whom they report to.</summary>
[Model(Table = "Employee")]
public partial class Employee
{
    [Key, Column("EmployeeId")]
    public int Id { get; set; }

    [Column("LastName")]
    public string LastName { get; set; } = "";

    [Column("FirstName")]
    public string FirstName { get; set; } = "";

    [Column("Title")]
    public string? Title { get; set; }

    [ForeignKey(Column = "ReportsTo", RelatedName = "Reports")]
    public partial Employee? Manager { get; set; }

    [Column("BirthDate")]
    public DateTime? BirthDate { get; set; }

    [Column("HireDate")]
    public DateTime? HireDate { get; set; }

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
    public string? Email { get; set; }
}
