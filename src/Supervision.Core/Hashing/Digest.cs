using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Supervision.Hashing;

/// <summary>
/// A 32-byte hash value. Compares and sorts as unsigned bytes, which is also the order of its hexadecimal text.
/// Immutable; the default value is 32 zero bytes.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Digest : IComparable<Digest>
{
    /// <summary>Bytes in a digest: 32.</summary>
    public const int Size = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private Digest(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>The first 8 bytes as a big-endian integer, "top64" of SRD-1.</summary>
    public ulong Top64 => _a;

    /// <summary>Reads a digest from bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("A digest has exactly 32 bytes.", nameof(bytes));
        }

        return new Digest(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));
    }

    /// <summary>A digest of its 32 bytes as four big-endian integers.</summary>
    internal static Digest FromWords(ulong a, ulong b, ulong c, ulong d) => new(a, b, c, d);

    /// <summary>The 32 bytes as four big-endian integers.</summary>
    internal void Deconstruct(out ulong a, out ulong b, out ulong c, out ulong d) => (a, b, c, d) = (_a, _b, _c, _d);

    /// <summary>Reads a digest from 64 hexadecimal digits, upper or lower case.</summary>
    /// <exception cref="FormatException"><paramref name="hex64"/> is not 64 hexadecimal digits.</exception>
    public static Digest Parse(string hex64)
    {
        ArgumentNullException.ThrowIfNull(hex64);
        return TryParse(hex64, out var digest)
            ? digest
            : throw new FormatException("A digest is written as 64 hexadecimal digits.");
    }

    /// <summary>Reads a digest from 64 hexadecimal digits; false when the text is anything else, or null.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex64, out Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (hex64?.Length == 2 * Size
            && Convert.FromHexString(hex64, bytes, out _, out _) == System.Buffers.OperationStatus.Done)
        {
            digest = FromBytes(bytes);
            return true;
        }

        digest = default;
        return false;
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is room for fewer than 32 bytes.</exception>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>The 32 bytes as a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Compares as unsigned bytes, the first byte weighing most.</summary>
    public int CompareTo(Digest other)
    {
        var order = _a.CompareTo(other._a);
        order = order != 0 ? order : _b.CompareTo(other._b);
        order = order != 0 ? order : _c.CompareTo(other._c);
        return order != 0 ? order : _d.CompareTo(other._d);
    }

    /// <summary>Whether the left digest comes first in byte order.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left digest comes first in byte order, or both are equal.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left digest comes last in byte order.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left digest comes last in byte order, or both are equal.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
