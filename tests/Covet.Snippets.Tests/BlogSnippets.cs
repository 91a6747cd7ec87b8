using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets over the small blog, each test with a database of its own.</summary>
/// <param name="databases">The databases.</param>
public abstract class BlogSnippets(Databases databases) : IAsyncLifetime
{
    private BlogDb? _db;

    protected BlogDb Db => _db!;

    protected Task<IDatabaseProvider> OpenAsync() => databases.OpenAsync();

    public async Task InitializeAsync()
    {
        _db = new BlogDb(await OpenAsync());
        await BlogData.FillAsync(_db);
    }

    public async Task DisposeAsync()
    {
        if (_db is not null)
            await _db.DisposeAsync();
        await databases.DropAsync();
    }
}
