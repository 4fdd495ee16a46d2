namespace Supervision.Sampling;

/// <summary>How tickets are looked through. No field may ever change a result; tests turn the last two to show it.</summary>
/// <param name="MaxDegreeOfParallelism">Most threads, at least 1.</param>
/// <param name="RankBits">Bits of a ticket to sort by before whole tickets settle ties: 64, fewer force ties.</param>
/// <param name="CutShift">Lowers every provisional cut to this power of two: 0, more force another look.</param>
internal sealed record ScanForm(int MaxDegreeOfParallelism = 1, int RankBits = 64, int CutShift = 0);
