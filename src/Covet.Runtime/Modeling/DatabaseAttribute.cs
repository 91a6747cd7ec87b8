namespace Covet;

/// <summary>Makes a partial class a database: Covet writes one table property for every model of the assembly.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DatabaseAttribute : Attribute;
