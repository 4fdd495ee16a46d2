using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What reveal.json or match-reveal.json says.</summary>
internal sealed record PublishedReveal(Digest AnnouncementHash, DrawReveal Reveal, Digest Seed);
