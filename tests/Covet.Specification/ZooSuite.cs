using Zoo;

namespace Covet.Specification;

/// <summary>A suite over the zoo, empty at first.</summary>
/// <param name="fixture">The database.</param>
public abstract class ZooSuite(ProviderFixture fixture) : ModelSuite<ZooDb>(fixture)
{
    protected override ZooDb Open(IDatabaseProvider provider) => new(provider);
}
