using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What list-commitment.json says.</summary>
internal sealed record PublishedListCommitment(Digest AnnouncementHash, Digest Commitment);
