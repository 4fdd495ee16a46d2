using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Reads the journal back.</summary>
public interface IJournalReader
{
    /// <summary>Entries in order of their index, from <paramref name="fromIndex"/> on.</summary>
    IAsyncEnumerable<JournalEntry> ReadAsync(long fromIndex, CancellationToken cancellationToken);

    /// <summary>
    /// Roots of complete subtrees side by side, from the one at place <paramref name="first"/> on (which has the entries from first · 2^height
    /// on), as the store keeps them: what a short proof is made of. Fewer when there are fewer.
    /// </summary>
    /// <param name="height">0 for the leaf hashes of the entries; 8, 16, … (<see cref="JournalTree.Step"/>) for subtrees of 256, 65,536, … entries.</param>
    /// <param name="first">Place of the first one, from 0.</param>
    /// <param name="count">How many at most, 1 to 256.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Digest>> NodesAsync(int height, long first, int count, CancellationToken cancellationToken);

    /// <summary>The head as the store keeps it; <see cref="JournalAudit"/> checks it against the entries.</summary>
    Task<JournalHead> HeadAsync(CancellationToken cancellationToken);
}
