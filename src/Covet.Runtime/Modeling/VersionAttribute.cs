namespace Covet;

/// <summary>
/// Makes a property the version of its row, for optimistic concurrency: a write of an instance whose row was changed or deleted since it was read writes nothing and throws
/// <see cref="ConcurrencyException"/>. Covet gives the property its value; the setter may be private. An <c>int</c> or <c>long</c> is a column that begins with 1 and that each
/// UPDATE counts up. A <c>uint</c> is PostgreSQL's <c>xmin</c>, which takes no column; on SQLite a column of this name that is counted up.
/// </summary>
/// <remarks>Writes that don't read the row first (of a query, upserts, related sets) compare nothing and count it up.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VersionAttribute : Attribute;
