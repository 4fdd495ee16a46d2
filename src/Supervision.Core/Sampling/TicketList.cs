namespace Supervision.Sampling;

/// <summary>A growing list of ranks and the positions that have them.</summary>
internal sealed class TicketList(int capacity)
{
    private ulong[] _ranks = new ulong[Math.Max(16, capacity)];
    private int[] _positions = new int[Math.Max(16, capacity)];

    public int Count { get; private set; }

    public Span<ulong> Ranks => _ranks.AsSpan(0, Count);

    public Span<int> Positions => _positions.AsSpan(0, Count);

    public void Add(ulong rank, int position)
    {
        if (Count == _ranks.Length)
        {
            Array.Resize(ref _ranks, 2 * Count);
            Array.Resize(ref _positions, 2 * Count);
        }

        (_ranks[Count], _positions[Count]) = (rank, position);
        Count++;
    }
}
