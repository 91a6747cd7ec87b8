using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Covet.Infrastructure;

/// <summary>Covet's activities and meters, named by OpenTelemetry's conventions for databases.</summary>
internal static class Telemetry
{
    public const string Name = "Covet";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "db.client.operation.duration", "s", "Duration of database client operations.");

    public static readonly Counter<long> RoundTrips = Meter.CreateCounter<long>(
        "covet.round_trips", "{round_trip}", "How often the database was asked.");

    public static readonly Counter<long> Statements = Meter.CreateCounter<long>(
        "covet.statements", "{statement}", "Statements sent; a round trip can carry several.");

    public static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "covet.rows", "{row}", "Rows read or changed.");
}
