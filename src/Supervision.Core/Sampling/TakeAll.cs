namespace Supervision.Sampling;

/// <summary>
/// The subjects whose share of the weight is so large that they are drawn in any case: while some w · n ≥ W, all such are
/// taken in one go, and n and W are reduced. Shared by the schemes that draw n in proportion to weight.
/// </summary>
internal sealed class TakeAll
{
    private TakeAll(List<int> taken, int[] rest, int n, long weight) => (Taken, Rest, N, Weight) = (taken, rest, n, weight);

    /// <summary>Positions of the subjects taken.</summary>
    public IReadOnlyList<int> Taken { get; }

    /// <summary>Positions of the others, by cell, then by id.</summary>
    public int[] Rest { get; }

    /// <summary>How many are still to be drawn; more than there are when all were taken and n was larger.</summary>
    public int N { get; }

    /// <summary>W: the sum of the others' weights.</summary>
    public long Weight { get; }

    public static TakeAll From(Frame frame, int n)
    {
        var rest = EligibleSubjects.Of(frame).Positions;
        var taken = new List<int>();
        var weight = 0L;
        foreach (var position in rest)
        {
            weight += frame.WeightAt(position);
        }

        while (true)
        {
            // n and W of before the pass: w < 2^31, hence no product or sum passes 2^62.
            var (limit, total) = (n, weight);
            var large = Array.FindAll(rest, position => frame.WeightAt(position) * (long)limit >= total);
            if (large.Length == 0)
            {
                return new TakeAll(taken, rest, n, weight);
            }

            taken.AddRange(large);
            rest = Array.FindAll(rest, position => frame.WeightAt(position) * (long)limit < total);
            n -= large.Length;
            weight -= large.Sum(position => (long)frame.WeightAt(position));
        }
    }

    /// <summary>
    /// The same from counts per weight, for who takes part depends on its weight alone: the least weight that is taken in any case, and n
    /// and W after that.
    /// </summary>
    public static (long LeastTaken, int N, long Weight) From(IReadOnlyCollection<WeightCount> weights, int n)
    {
        var least = long.MaxValue;
        var (count, weight) = ((long)n, weights.Sum(row => row.Weight * row.Eligible));
        while (true)
        {
            var (limit, total) = (count, weight);
            WeightCount[] large = [.. weights.Where(row => row.Weight < least && row.Weight * limit >= total)];
            if (large.Length == 0)
            {
                return (least, checked((int)count), weight);
            }

            least = large.Min(row => row.Weight);
            count -= large.Sum(row => row.Eligible);
            weight -= large.Sum(row => row.Weight * row.Eligible);
        }
    }
}
