using Testcontainers.PostgreSql;

namespace Covet.Testing;

/// <summary>A container, which Testcontainers' own reaper removes after this process.</summary>
internal static class PostgresContainer
{
    private const string Image = "postgres:17-alpine";

    public static async Task<(string? Server, string? Refusal)> TryStartAsync()
    {
        try
        {
            var container = new PostgreSqlBuilder(Image)
                .WithEnvironment("POSTGRES_INITDB_ARGS", "--locale-provider=icu --icu-locale=en-US")
                .WithCommand("-c", "fsync=off", "-c", "max_connections=200")
                .Build();
            await container.StartAsync();
            return (container.GetConnectionString(), null);
        }
        // Any reason not to run a container (no engine, no image, no rights) leads to the same answer, and it is passed on.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (null, exception.Message);
        }
    }
}
