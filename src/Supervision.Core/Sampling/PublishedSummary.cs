using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What frame.json says.</summary>
internal sealed record PublishedSummary(string Hash, long Count, Digest Root, IReadOnlyList<FrameCount> Counts);
