using System.Globalization;

namespace MusicStore;

/// <summary>Four object graphs, each read with one statement per relation and compared with plain SQL counts.</summary>
internal sealed class Graphs(MusicDb db)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Whether every number so far was as expected.</summary>
    public bool AllEqual { get; private set; } = true;

    public async Task CatalogueAsync()
    {
        Heading("artists -> albums -> tracks -> genre");
        using var log = db.Record();
        List<Artist> artists = await db.Artists
            .OrderBy(a => a.Id)
            .Prefetch(a => a.Albums.Prefetch(b => b.Tracks.Prefetch(t => t.Genre)))
            .ToListAsync();
        Statements(log.Statements.Count, log.RoundTrips, expected: 4);

        var albums = artists.SelectMany(a => a.Albums.All()).ToList();
        var tracks = albums.SelectMany(b => b.Tracks.All()).ToList();
        Compare("artists", artists.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Artist\""));
        Compare("albums", albums.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Album\""));
        Compare("tracks", tracks.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Track\" WHERE \"AlbumId\" IS NOT NULL"));
        Compare("genres", Instances(tracks.Select(t => t.Genre)), await db.ScalarAsync<long>($"SELECT count(DISTINCT \"GenreId\") FROM \"Track\""));

        foreach (var album in albums.OrderByDescending(b => b.Tracks.All().Count).ThenBy(b => b.Id).Take(3))
        {
            var genres = album.Tracks.All().Select(t => t.Genre?.Name).Distinct();
            Sample($"{album.Artist.Name}: {album.Title}, {album.Tracks.All().Count} tracks ({string.Join(", ", genres)})");
        }
    }

    public async Task PlaylistsAsync()
    {
        Heading("playlists -> tracks, through the composite-key model PlaylistTrack");
        using var log = db.Record();
        List<Playlist> playlists = await db.Playlists.OrderBy(p => p.Id).Prefetch(p => p.Tracks).ToListAsync();
        Statements(log.Statements.Count, log.RoundTrips, expected: 2);

        var tracks = playlists.SelectMany(p => p.Tracks.All()).ToList();
        Compare("playlists", playlists.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Playlist\""));
        Compare("links", tracks.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"PlaylistTrack\""));
        Compare("instances", Instances(tracks), await db.ScalarAsync<long>($"SELECT count(DISTINCT \"TrackId\") FROM \"PlaylistTrack\""));

        foreach (var playlist in playlists.Where(p => p.Tracks.All().Count < 100).OrderByDescending(p => p.Tracks.All().Count).Take(3))
            Sample($"{playlist.Name}: {playlist.Tracks.All().Count} tracks, the first is {playlist.Tracks.All()[0].Name}");
    }

    public async Task TracksAsync()
    {
        Heading("tracks -> playlists, the same relation from its other end");
        using var log = db.Record();
        List<Track> tracks = await db.Tracks.OrderBy(t => t.Id).Prefetch(t => t.Playlists).ToListAsync();
        Statements(log.Statements.Count, log.RoundTrips, expected: 2);

        var playlists = tracks.SelectMany(t => t.Playlists.All()).ToList();
        Compare("tracks", tracks.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Track\""));
        Compare("links", playlists.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"PlaylistTrack\""));
        Compare("instances", Instances(playlists), await db.ScalarAsync<long>($"SELECT count(DISTINCT \"PlaylistId\") FROM \"PlaylistTrack\""));

        foreach (var track in tracks.OrderByDescending(t => t.Playlists.All().Count).ThenBy(t => t.Id).Take(3))
            Sample($"{track.Name} is on {string.Join(", ", track.Playlists.All().Select(p => p.Name))}");
    }

    public async Task SalesAsync()
    {
        Heading("customers -> invoices -> lines -> track");
        using var log = db.Record();
        List<Customer> customers = await db.Customers
            .OrderBy(c => c.Id)
            .Prefetch(c => c.Invoices.Prefetch(i => i.Lines.Prefetch(l => l.Track)))
            .ToListAsync();
        Statements(log.Statements.Count, log.RoundTrips, expected: 4);

        var invoices = customers.SelectMany(c => c.Invoices.All()).ToList();
        var lines = invoices.SelectMany(i => i.Lines.All()).ToList();
        var cents = (long)(lines.Sum(l => l.UnitPrice * l.Quantity) * 100);
        Compare("customers", customers.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Customer\""));
        Compare("invoices", invoices.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"Invoice\""));
        Compare("lines", lines.Count, await db.ScalarAsync<long>($"SELECT count(*) FROM \"InvoiceLine\""));
        Compare("tracks", Instances(lines.Select(l => l.Track)), await db.ScalarAsync<long>($"SELECT count(DISTINCT \"TrackId\") FROM \"InvoiceLine\""));
        Compare("cents", cents, await db.ScalarAsync<long>($"SELECT CAST(round(sum(\"Total\") * 100) AS bigint) FROM \"Invoice\""));

        foreach (var customer in customers.OrderByDescending(c => c.Invoices.All().Sum(i => i.Total)).ThenBy(c => c.Id).Take(3))
        {
            var last = customer.Invoices.All().MaxBy(i => i.InvoiceDate)!;
            var total = customer.Invoices.All().Sum(i => i.Total).ToString("0.00", Culture);
            var date = last.InvoiceDate.ToString("yyyy-MM-dd", Culture);
            Sample($"{customer.FirstName} {customer.LastName} ({customer.Country}) spent {total}, last on {date}: {last.Lines.All()[0].Track.Name}");
        }
    }

    /// <summary>One row is one instance within a prefetch, so instances count rows.</summary>
    private static int Instances<T>(IEnumerable<T?> objects) where T : class =>
        objects.OfType<T>().ToHashSet<T>(ReferenceEqualityComparer.Instance).Count;

    private static void Heading(string text) => Console.WriteLine($"\n{text}");

    private static void Sample(string text) => Console.WriteLine($"    {text}");

    private void Statements(int statements, int roundTrips, int expected)
    {
        Console.WriteLine($"  {statements} statements in {roundTrips} round trips");
        AllEqual &= statements == expected;
    }

    private void Compare(string what, long loaded, long counted)
    {
        Console.WriteLine($"  {what,-10} {loaded,6} loaded {counted,6} counted  {(loaded == counted ? "equal" : "DIFFERENT")}");
        AllEqual &= loaded == counted;
    }
}
