using System.Buffers.Binary;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>Values in PostgreSQL's binary form, each behind its length: what COPY takes.</summary>
internal sealed class CopyBuffer
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Larger texts are measured before they are written, since room for three bytes a character would be too much.</summary>
    private const int LargeText = 1024;

    private byte[] _bytes = new byte[80 * 1024];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>How many bytes were written.</summary>
    public int Length => _length;

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>What stands before all rows: a signature; no flags, no extension.</summary>
    public void Header()
    {
        ReadOnlySpan<byte> header = [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
        header.CopyTo(Next(header.Length));
    }

    /// <summary>What stands before the values of a row.</summary>
    public void Row(int columns) => PutInt16((short)columns);

    /// <summary>What stands behind all rows.</summary>
    public void Trailer() => PutInt16(-1);

    public void Null() => PutInt32(-1);

    public void Boolean(bool value)
    {
        PutInt32(1);
        Next(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void Int16(short value)
    {
        PutInt32(2);
        PutInt16(value);
    }

    public void Int32(int value)
    {
        PutInt32(4);
        PutInt32(value);
    }

    public void Int64(long value)
    {
        PutInt32(8);
        PutInt64(value);
    }

    public void Single(float value)
    {
        PutInt32(4);
        BinaryPrimitives.WriteSingleBigEndian(Next(4), value);
    }

    public void Double(double value)
    {
        PutInt32(8);
        BinaryPrimitives.WriteDoubleBigEndian(Next(8), value);
    }

    public void Guid(Guid value)
    {
        PutInt32(16);
        value.TryWriteBytes(Next(16), bigEndian: true, out _);
    }

    public void Bytes(byte[] value)
    {
        PutInt32(value.Length);
        value.CopyTo(Next(value.Length));
    }

    public void Text(string value)
    {
        int start = Begin();
        PutText(value);
        End(start);
    }

    /// <summary>A JSON document, behind the version of its binary form.</summary>
    public void Json(string value)
    {
        int start = Begin();
        Next(1)[0] = 1;
        PutText(value);
        End(start);
    }

    /// <summary>A duration: microseconds below the day, days, no months.</summary>
    public void Interval(TimeSpan value)
    {
        PutInt32(16);
        PutInt64((value.Ticks - (value.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond);
        PutInt32(value.Days);
        PutInt32(0);
    }

    /// <summary>A number: its digits in groups of four, the place of the first one, its sign, and how many stand behind the point.</summary>
    public void Numeric(decimal value) => CopiedDecimal.Write(this, value);

    /// <summary>Begins a value whose length is known at its end.</summary>
    public int Begin()
    {
        PutInt32(0);
        return _length;
    }

    /// <summary>Ends a value.</summary>
    /// <param name="start">What <see cref="Begin"/> gave.</param>
    public void End(int start) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start - 4), _length - start);

    /// <summary>What stands before the elements of an array.</summary>
    public void ArrayHeader(int elementType, int length)
    {
        PutInt32(length == 0 ? 0 : 1);
        PutInt32(0);
        PutInt32(elementType);
        if (length == 0)
            return;
        PutInt32(length);
        PutInt32(1);
    }

    public void PutInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Next(2), value);

    public void PutInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(4), value);

    private void PutInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(8), value);

    private void PutText(string value)
    {
        int most = value.Length > LargeText ? Utf8.GetByteCount(value) : Utf8.GetMaxByteCount(value.Length);
        int written = Utf8.GetBytes(value, Next(most));
        _length -= most - written;
    }

    private Span<byte> Next(int count)
    {
        int start = _length;
        _length = checked(start + count);
        if (_length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_length, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        return _bytes.AsSpan(start, count);
    }
}
