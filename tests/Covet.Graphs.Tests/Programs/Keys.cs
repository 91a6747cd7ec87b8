namespace Covet.Graphs.Tests.Programs;

/// <summary>A key that is stored as text.</summary>
public enum Grade
{
    None,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
}

public sealed class GradeConverter : IValueConverter<Grade, string>
{
    public static string ToStored(Grade value) => $"grade {value}";

    public static Grade FromStored(string stored) => Enum.Parse<Grade>(stored["grade ".Length..]);
}

/// <summary>The keys of rows, by their index: not in the order in which rows are inserted.</summary>
public static class Keys
{
    private const int Prime = 11;

    public static int Int(int index) => 1 + Mixed(index);

    public static long Long(int index) => 5_000_000_000 + Mixed(index);

    public static Guid Guid(int index) => new(Mixed(index), 0x1234, (short)index, 9, 8, 7, 6, 5, 4, 3, (byte)(Mixed(index) * 20));

    public static string Text(int index) => ((string[])["a", "B", "it's", "é", "\"q\"", "", " x ", "日本", "%", "[1]", "z"])[Mixed(index)];

    public static Grade Enum(int index) => (Grade)Mixed(index);

    /// <summary>Several rows share each area.</summary>
    public static string Area(int index) => "a" + (Mixed(index) % 3);

    public static int Rank(int index) => Mixed(index) / 3;

    public static string Slug(int index) => $"slug '{Mixed(index)}'";

    private static int Mixed(int index) => (index * 7 + 3) % Prime;
}
