using Supervision.Hashing;

namespace Supervision.Audit;

/// <summary>The state of the journal at one moment: publish it outside the operator's reach.</summary>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Merkle root over all of them (RFC 6962, SHA-256).</param>
public sealed record JournalHead(long Size, Digest Root);
