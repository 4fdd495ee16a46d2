using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What selection.json says. Its cuts are kept as lines "path value", since each scheme has its own.</summary>
internal sealed record PublishedSelection(
    Digest AnnouncementHash, string Scheme, IReadOnlyList<string> Cuts, IReadOnlyList<(string Cell, int Ppm)> Rates,
    IReadOnlyList<string> SelectedIds);
