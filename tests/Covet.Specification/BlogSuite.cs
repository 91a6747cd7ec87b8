using Blog;

namespace Covet.Specification;

/// <summary>A suite over the small blog of <see cref="BlogData"/>.</summary>
/// <param name="fixture">The database; initialized and disposed with the test, so that its skip is the test's.</param>
public abstract class BlogSuite(ProviderFixture fixture) : ModelSuite<BlogDb>(fixture)
{
    protected override BlogDb Open(IDatabaseProvider provider) => new(provider);

    protected override Task FillAsync() => BlogData.FillAsync(Db);
}
