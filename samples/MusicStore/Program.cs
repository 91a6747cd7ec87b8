using MusicStore;

// Reads Chinook, a database that Covet did not create, as object graphs, and compares what it reads with plain SQL counts.
//   dotnet run --project samples/MusicStore
//   dotnet run --project samples/MusicStore -- --postgres "Host=...;Database=..."
if (args is not ([] or ["--postgres", _]))
{
    Console.Error.WriteLine("Usage: MusicStore [--postgres <connection string>]");
    return 2;
}

await using var store = args is [_, var connectionString] ? await Store.OpenPostgresAsync(connectionString) : Store.OpenSqlite();
Console.WriteLine($"Chinook in {store.Place}");

var graphs = new Graphs(store.Db);
await graphs.CatalogueAsync();
await graphs.PlaylistsAsync();
await graphs.TracksAsync();
await graphs.SalesAsync();

Console.WriteLine(graphs.AllEqual ? "\nEverything is as counted." : "\nSomething differs from what was counted.");
return graphs.AllEqual ? 0 : 1;
