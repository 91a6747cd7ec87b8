namespace Covet.Specification;

/// <summary>Tests on the level of models, each with a database of its own. Inherited once by each provider.</summary>
/// <typeparam name="TDatabase">The database class.</typeparam>
/// <param name="fixture">The database; initialized and disposed with the test, so that its skip is the test's.</param>
public abstract class ModelSuite<TDatabase>(ProviderFixture fixture) : IAsyncLifetime where TDatabase : Database<TDatabase>, IDatabase<TDatabase>
{
    private TDatabase? _db;

    /// <summary>The database under test.</summary>
    protected TDatabase Db => _db ?? throw new InvalidOperationException("The suite wasn't initialized.");

    /// <summary>The provider of the database.</summary>
    protected IDatabaseProvider Provider => fixture.Provider;

    /// <summary>Whether the database is SQLite.</summary>
    protected bool IsSqlite => Provider.Dialect.SystemName == "sqlite";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await fixture.InitializeAsync();
        _db = Open(fixture.Provider);
        await FillAsync();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => fixture.DisposeAsync();

    /// <summary>Makes the database class over a provider.</summary>
    protected abstract TDatabase Open(IDatabaseProvider provider);

    /// <summary>Creates the schema and the rows that the tests start from.</summary>
    protected virtual Task FillAsync() => Db.Schema.CreateAsync();

    /// <summary>Asserts what an action sends.</summary>
    protected async Task AssertCostAsync(int statements, int roundTrips, Func<Task> action)
    {
        using var log = Db.Record();
        await action();
        Assert.Equal((statements, roundTrips), (log.Statements.Count, log.RoundTrips));
    }
}
