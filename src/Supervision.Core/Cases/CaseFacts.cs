using Supervision.Registry;

namespace Supervision.Cases;

/// <summary>What the guards of the case life-cycle look at.</summary>
/// <param name="Case">The case as it is.</param>
/// <param name="Entry">The step that is to be recorded.</param>
/// <param name="Law">What the case is judged by.</param>
/// <param name="Party">Kind of the party.</param>
/// <param name="Officers">Officers as registered.</param>
/// <param name="Recusals">Recusals.</param>
/// <param name="Others">Other cases of the party.</param>
public sealed record CaseFacts(
    PenaltyCase Case,
    CaseEntry Entry,
    CaseLaw Law,
    SubjectKind Party,
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<Recusal> Recusals,
    IReadOnlyList<PenaltyCase> Others);
