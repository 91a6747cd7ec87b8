using Covet;

namespace MusicStore;

/// <summary>The store's database: every model of this assembly.</summary>
[Database]
public partial class MusicDb;
