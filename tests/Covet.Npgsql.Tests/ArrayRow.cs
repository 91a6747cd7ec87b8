namespace Covet.Npgsql.Tests;

/// <summary>Columns of arrays, which PostgreSQL alone has.</summary>
[Model]
public partial class ArrayRow
{
    public long Id { get; set; }
    public string[] Words { get; set; } = [];
    public int[]? Numbers { get; set; }
    public bool[] Flags { get; set; } = [];
    public decimal[] Amounts { get; set; } = [];
    public DateTimeOffset[] Instants { get; set; } = [];
    public Guid[] Guids { get; set; } = [];
    public byte[][] Blobs { get; set; } = [];
    public TimeSpan[] Durations { get; set; } = [];
    public DateOnly[] Dates { get; set; } = [];
    public TimeOnly[] Times { get; set; } = [];
    public double[] Doubles { get; set; } = [];
    public float[] Singles { get; set; } = [];
    public short[] Shorts { get; set; } = [];
    public long[] Longs { get; set; } = [];
    public DateTime[] Clocks { get; set; } = [];
}

[Database]
public partial class ArrayDb;
