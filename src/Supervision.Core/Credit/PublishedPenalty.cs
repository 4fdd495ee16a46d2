namespace Supervision.Credit;

/// <summary>What a publicity policy may know of a penalty. The words are those of the rule packs. Immutable.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="SubjectId">The subject.</param>
/// <param name="DeterminedOn">Day of the decision.</param>
/// <param name="Severity">"slight", "ordinary" or "serious", as the sector's standard grades it.</param>
/// <param name="Area">"foodDrugEquipment" or "other".</param>
/// <param name="Measure">"fine", "suspension", "ban", "downgrade" or "revocation": the heaviest of the decision.</param>
public sealed record PublishedPenalty(string CaseId, string SubjectId, DateOnly DeterminedOn, string Severity, string Area, string Measure)
{
    /// <summary>Day on which a repair is granted; null while none is.</summary>
    public DateOnly? RepairedOn { get; init; }

    /// <summary>Whether the duty is done.</summary>
    public bool DutyDone { get; init; }

    /// <summary>Whether a public promise was given.</summary>
    public bool Promised { get; init; }
}
