namespace Supervision.Comparison;

/// <summary>The best match of a record, with what speaks for it. Shares are in thousandths.</summary>
/// <param name="Id">The record of the other list.</param>
/// <param name="Basis">What it was matched by.</param>
/// <param name="Confidence">1,000 by code or licence.</param>
/// <param name="Name">Likeness of the names.</param>
/// <param name="Address">Likeness of the addresses; 0 when one is unknown.</param>
/// <param name="SamePhone">Whether the phones are the same.</param>
public sealed record RecordMatch(string Id, MatchBasis Basis, int Confidence, int Name, int Address, bool SamePhone);
