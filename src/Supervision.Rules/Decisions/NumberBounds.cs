namespace Supervision.Rules.Decisions;

/// <summary>
/// The bounds of a column of numbers, in order, and where a number lies among them. Compares whole numbers of one scale where the
/// number has no more digits than the bounds, which is the usual case and several times as quick as comparing decimals.
/// </summary>
internal sealed class NumberBounds
{
    private const int MostDigits = 10;

    private static readonly long[] s_powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000];

    private readonly decimal[] _bounds;
    private readonly long[] _scaled;
    private readonly int _scale;

    public NumberBounds(IEnumerable<decimal> bounds)
    {
        _bounds = [.. bounds.Distinct().Order()];
        _scale = _bounds.Select(bound => (int)bound.Scale).DefaultIfEmpty(0).Max();
        var scaled = new long[_bounds.Length];
        _scaled = _scale <= MostDigits && Enumerable.Range(0, scaled.Length).All(at => TryScale(_bounds[at], out scaled[at])) ? scaled : [];
    }

    public int Count => _bounds.Length;

    /// <summary>Most digits after the point that a bound has.</summary>
    public int Scale => _scale;

    public decimal this[int at] => _bounds[at];

    /// <summary>The segment of a number: 2·k+1 when it is bound k, else twice the number of bounds below it.</summary>
    public int SegmentOf(decimal number) =>
        _scaled.Length > 0 && TryScale(number, out var scaled) ? Segment(_scaled, scaled) : Segment(_bounds, number);

    private static int Segment<T>(T[] bounds, T number)
        where T : IComparable<T>
    {
        for (var (low, high) = (0, bounds.Length); ;)
        {
            if (low == high)
            {
                return 2 * low;
            }

            var middle = (low + high) / 2;
            var order = number.CompareTo(bounds[middle]);
            if (order == 0)
            {
                return (2 * middle) + 1;
            }

            (low, high) = order < 0 ? (low, middle) : (middle + 1, high);
        }
    }

    // False when the number has more digits after the point than the bounds, or is too large for 64 bits.
    private bool TryScale(decimal number, out long scaled)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var missing = _scale - number.Scale;
        scaled = 0;
        if (missing < 0 || bits[2] != 0 || bits[1] < 0)
        {
            return false;
        }

        var digits = unchecked(((long)bits[1] << 32) | (uint)bits[0]);
        if (digits > long.MaxValue / s_powers[missing])
        {
            return false;
        }

        scaled = digits * s_powers[missing];
        scaled = bits[3] < 0 ? -scaled : scaled;
        return true;
    }
}
