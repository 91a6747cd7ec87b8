namespace Covet.Infrastructure;

/// <summary>What all loads of one prefetch share.</summary>
internal sealed record PrefetchContext(Database Database, FetchMode Mode, GraphRead Reads);
