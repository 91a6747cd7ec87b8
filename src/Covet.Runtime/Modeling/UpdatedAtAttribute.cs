namespace Covet;

/// <summary>
/// Fills a <see cref="DateTimeOffset"/> whenever its row is inserted or updated, also by writes of a query and of related sets, by the database's
/// <see cref="Database.TimeProvider"/>, cut to microseconds. A write that names the column itself is taken at its word. The setter may be private.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UpdatedAtAttribute : Attribute;
