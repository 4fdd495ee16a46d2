using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>Size and root of the journal: enough to check all of it. Immutable.</summary>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root of the Merkle tree (RFC 9162) over their leaf hashes.</param>
public sealed record JournalHead(long Size, Digest Root)
{
    /// <summary>The hash function of leaves and nodes; it never changes once the journal has an entry.</summary>
    public HashKind Hash { get; init; } = HashKind.Sha256;

    /// <summary>The head of what was appended so far.</summary>
    internal static JournalHead Of(MerkleFrontier tree) => new(tree.Count, tree.Root()) { Hash = tree.Kind };
}
