namespace Supervision.Comparison;

/// <summary>A finding that was kept, and what a person made of it. Immutable.</summary>
/// <param name="RunId">Comparison.</param>
/// <param name="AgencyId">Whose it is.</param>
/// <param name="Finding">Finding.</param>
public sealed record JudgedFinding(string RunId, string AgencyId, ComparisonFinding Finding)
{
    /// <summary>What a person made of it.</summary>
    public FindingJudgement Judgement { get; init; } = FindingJudgement.Open;

    /// <summary>Why; empty while it is open.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who looked; null while it is open.</summary>
    public string? JudgedBy { get; init; }

    /// <summary>When; null while it is open.</summary>
    public DateTimeOffset? JudgedAt { get; init; }
}
