using Supervision.Credit;

namespace Supervision.Risk;

/// <summary>What a risk policy looks at. Immutable.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="CurrentClass">The class it has now.</param>
/// <param name="Grade">Its composite credit grade.</param>
/// <param name="Points">Its active supervision points.</param>
/// <param name="StepsReached">Steps in force: how often its points were full.</param>
/// <param name="CommitmentBreached">Whether a promise was found broken since the class was last assessed.</param>
/// <param name="CleanInspections">Inspections in a row, up to now, that found no problem.</param>
public sealed record RiskInput(
    string SubjectId,
    CreditRiskClass CurrentClass,
    CompositeCreditGrade Grade,
    decimal Points,
    int StepsReached,
    bool CommitmentBreached,
    int CleanInspections);
