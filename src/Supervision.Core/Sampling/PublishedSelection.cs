using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>What selection.json says.</summary>
internal sealed record PublishedSelection(
    Digest AnnouncementHash, long Rho, IReadOnlyList<CellSelection> Cells, IReadOnlyList<string> SelectedIds);
