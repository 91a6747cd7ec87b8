namespace Covet;

/// <summary>
/// Fills a <see cref="DateTimeOffset"/> when its instance is inserted, by the database's <see cref="Database.TimeProvider"/>, cut to microseconds. One that is set already stays,
/// so that an import keeps its own. The setter may be private.
/// </summary>
/// <remarks>An upsert that finds a row leaves the row's own in it, and gives it to the instance.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CreatedAtAttribute : Attribute;
