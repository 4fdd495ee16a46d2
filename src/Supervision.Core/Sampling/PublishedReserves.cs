using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What reserves.json says.</summary>
internal sealed record PublishedReserves(Digest AnnouncementHash, IReadOnlyList<ReserveUse> Uses);
