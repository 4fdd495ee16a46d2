using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The hot loops of every scheme: tickets of many subjects at once.</summary>
internal static class FrameTickets
{
    /// <summary>r = top64(H(key ‖ id)) of the subjects at these positions, in their order.</summary>
    public static ulong[] Ranks(Frame frame, ReadOnlySpan<int> positions, HashKind kind, Digest key)
    {
        var ranks = new ulong[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            ranks[i] = Ticket.Of(kind, key, frame.IdBytesAt(positions[i])).Top64;
        }

        return ranks;
    }

    /// <summary>The whole ticket of one subject.</summary>
    public static Digest Of(Frame frame, int position, HashKind kind, Digest key) =>
        Ticket.Of(kind, key, frame.IdBytesAt(position));
}
