namespace Covet.Specification;

/// <summary>A fresh, empty database and the provider that reaches it, for one test.</summary>
public abstract class ProviderFixture : IAsyncLifetime
{
    private IDatabaseProvider? _provider;

    /// <summary>The provider of the database.</summary>
    public IDatabaseProvider Provider => _provider ?? throw new InvalidOperationException("The fixture wasn't initialized.");

    /// <inheritdoc/>
    public async Task InitializeAsync() => _provider = await CreateAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
            await DropAsync();
        }
    }

    /// <summary>Creates the database.</summary>
    /// <returns>Its provider.</returns>
    protected abstract Task<IDatabaseProvider> CreateAsync();

    /// <summary>Drops the database; the provider is closed.</summary>
    protected abstract Task DropAsync();
}
