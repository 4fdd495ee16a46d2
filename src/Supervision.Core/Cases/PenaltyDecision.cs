namespace Supervision.Cases;

/// <summary>处罚决定.</summary>
/// <param name="On">Day.</param>
/// <param name="Number">Document number as printed, or null when none was taken.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="Sanction">What is imposed, as changed by a review or a suit.</param>
/// <param name="Benchmarks">Rules violated, the one applied first.</param>
/// <param name="Grade">Grade.</param>
/// <param name="IsOutOfProvince">Whether the party is registered in another province.</param>
/// <param name="ChangedOn">Day on which a review or a suit changed or annulled it, or null.</param>
public sealed record PenaltyDecision(
    DateOnly On,
    string? Number,
    CaseProcedure Procedure,
    Sanction Sanction,
    IReadOnlyList<string> Benchmarks,
    PenaltyGrade? Grade,
    bool IsOutOfProvince,
    DateOnly? ChangedOn);
