#pragma warning disable
namespace Covet;

public sealed class ManyToMany<TA, TB>;

public sealed class ManyToMany<TA, TB, TC>;
