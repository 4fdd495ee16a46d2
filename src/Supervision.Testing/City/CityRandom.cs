using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Testing.City;

/// <summary>
/// Numbers in counter mode: block = SHA-256(SHA-256(seed) ‖ stream ‖ row ‖ block number). Every row has its own
/// numbers, so a longer file begins with the shorter one, on every machine.
/// </summary>
internal sealed class CityRandom
{
    private readonly byte[] _input = new byte[32 + 1 + 8 + 4];
    private readonly byte[] _block = new byte[32];
    private int _at;
    private uint _number;

    public CityRandom(string seed, byte stream)
    {
        SHA256.HashData(Encoding.UTF8.GetBytes(seed), _input);
        _input[32] = stream;
    }

    public void StartRow(long row)
    {
        BinaryPrimitives.WriteInt64BigEndian(_input.AsSpan(33), row);
        _number = 0;
        _at = _block.Length;
    }

    /// <summary>A number from 0 to below a bound; the bias of at most bound / 2^32 does not matter in made-up data.</summary>
    public int Next(int bound)
    {
        if (_at == _block.Length)
        {
            BinaryPrimitives.WriteUInt32BigEndian(_input.AsSpan(41), _number++);
            SHA256.HashData(_input, _block);
            _at = 0;
        }

        var value = BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(_at));
        _at += 4;
        return (int)(((ulong)value * (uint)bound) >> 32);
    }

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
