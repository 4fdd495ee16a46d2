using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What reveal.json or match-reveal.json says. Of a sealed draw one secret and the seed are null.</summary>
internal sealed record PublishedReveal(
    Digest AnnouncementHash, IReadOnlyList<byte[]?> Secrets, IReadOnlyList<byte[]> Beacons, Digest? Seed)
{
    /// <summary>The reveal, when all secrets are open.</summary>
    public DrawReveal? Whole => Secrets.All(secret => secret is not null) ? new DrawReveal([.. Secrets.OfType<byte[]>()], Beacons) : null;
}
