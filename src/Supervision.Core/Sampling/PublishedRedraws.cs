using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What <see cref="BundleFile.MatchRedraws"/> claims.</summary>
internal sealed record PublishedRedraws(Digest AnnouncementHash, IReadOnlyList<OfficerRedraw> Redraws);
