namespace Covet.Infrastructure;

/// <summary>
/// An order in which all callers write rows, so that none waits for another in a circle. Values that a database may take for the same are the same in it: texts
/// that differ in their case alone, too, since columns of existing databases may not see it.
/// </summary>
public static class ValueOrder
{
    /// <summary>Compares texts.</summary>
    public static int Of(string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Compares bytes.</summary>
    public static int Of(byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right);

    /// <summary>Compares values.</summary>
    public static int Of<T>(T left, T right) where T : IComparable<T> => left.CompareTo(right);

    /// <summary>Compares members of an enum.</summary>
    public static int OfEnum<T>(T left, T right) where T : struct, Enum => Comparer<T>.Default.Compare(left, right);
}
