namespace Supervision.Sampling;

/// <summary>The result of a draw over shards: the same as that of one frame with all their subjects. Immutable.</summary>
/// <param name="Cells">The cells with eligible subjects, by cell bytes.</param>
/// <param name="SelectedIds">The ids drawn, by id bytes.</param>
/// <param name="Reserves">
/// For each cell the reserves 替补 among the tickets that the shards offered, in the order in which they must be used. Who needs
/// more asks the shards for all tickets.
/// </param>
public sealed record ShardSelection(
    IReadOnlyList<CellSelection> Cells,
    IReadOnlyList<string> SelectedIds,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Reserves);
