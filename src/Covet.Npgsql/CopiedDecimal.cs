namespace Covet.Infrastructure;

/// <summary>PostgreSQL's binary form of a decimal.</summary>
internal static class CopiedDecimal
{
    private const int DigitsInGroup = 4;
    private const int Group = 10_000;
    private const short Negative = 0x4000;

    /// <summary>96 bits are 29 digits; with the point between two groups they fill nine at most.</summary>
    private const int MostGroups = 9;

    public static void Write(CopyBuffer buffer, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = value.Scale;
        var rest = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);

        // The point stands between two groups.
        int behind = (scale + DigitsInGroup - 1) / DigitsInGroup;
        for (int i = scale; i < behind * DigitsInGroup; i++)
            rest *= 10;

        Span<short> groups = stackalloc short[MostGroups];
        int count = Split(rest, groups);
        int first = 0;
        while (first < count && groups[first] == 0)
            first++;

        buffer.PutInt32(8 + (2 * (count - first)));
        buffer.PutInt16((short)(count - first));
        buffer.PutInt16((short)(count == 0 ? 0 : count - behind - 1));
        buffer.PutInt16(bits[3] < 0 && count > 0 ? Negative : (short)0);
        buffer.PutInt16((short)scale);
        for (int i = count - 1; i >= first; i--)
            buffer.PutInt16(groups[i]);
    }

    /// <summary>Splits a number into its groups, the last one first.</summary>
    private static int Split(UInt128 rest, Span<short> groups)
    {
        int count = 0;
        for (; rest > ulong.MaxValue; rest /= Group)
            groups[count++] = (short)(uint)(rest % Group);
        for (ulong small = (ulong)rest; small > 0; small /= Group)
            groups[count++] = (short)(small % Group);
        return count;
    }
}
