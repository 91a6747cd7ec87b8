namespace Covet.Generators.Parsing;

/// <summary>The metadata names of the attributes that Covet reads: its own, and those of DataAnnotations that mean the same.</summary>
internal static class AttributeNames
{
    public const string Model = "Covet.ModelAttribute";
    public const string Database = "Covet.DatabaseAttribute";
    public const string Projection = "Covet.ProjectionAttribute`1";
    public const string ForeignKey = "Covet.ForeignKeyAttribute";
    public const string OneToOne = "Covet.OneToOneAttribute";
    public const string ManyToMany = "Covet.ManyToManyAttribute";
    public const string Into = "Covet.IntoAttribute";
    public const string Key = "Covet.KeyAttribute";
    public const string Column = "Covet.ColumnAttribute";
    public const string Unique = "Covet.UniqueAttribute";
    public const string Index = "Covet.IndexAttribute";
    public const string MaxLength = "Covet.MaxLengthAttribute";
    public const string Precision = "Covet.PrecisionAttribute";
    public const string Text = "Covet.TextAttribute";
    public const string Json = "Covet.JsonAttribute";
    public const string Version = "Covet.VersionAttribute";
    public const string CreatedAt = "Covet.CreatedAtAttribute";
    public const string UpdatedAt = "Covet.UpdatedAtAttribute";
    public const string Converter = "Covet.ConverterAttribute`1";

    public const string AnnotatedKey = "System.ComponentModel.DataAnnotations.KeyAttribute";
    public const string AnnotatedMaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    public const string AnnotatedRequired = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string AnnotatedColumn = "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute";
    public const string AnnotatedTable = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";
    public const string Flags = "System.FlagsAttribute";
    public const string NotMapped = "System.ComponentModel.DataAnnotations.Schema.NotMappedAttribute";
}
