using Covet;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Covet's databases.</summary>
public static class CovetServiceCollectionExtensions
{
    /// <summary>Registers a database as a singleton, which is thread-safe; it is disposed, with its provider, by the container, and logs to the
    /// container's <see cref="ILoggerFactory"/> under <c>Covet</c>.</summary>
    /// <typeparam name="TDatabase">The <c>[Database]</c> class.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="provider">How it is reached.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddCovet<TDatabase>(this IServiceCollection services, IDatabaseProvider provider)
        where TDatabase : Database<TDatabase>, IDatabase<TDatabase>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(provider);
        return services.AddSingleton(container =>
        {
            var database = Database<TDatabase>.Open(provider);
            database.Session.Logger = container.GetService<ILoggerFactory>()?.CreateLogger("Covet");
            return database;
        });
    }
}
