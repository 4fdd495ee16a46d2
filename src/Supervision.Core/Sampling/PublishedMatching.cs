using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What matching.json says.</summary>
internal sealed record PublishedMatching(Digest AnnouncementHash, Matching Matching);
