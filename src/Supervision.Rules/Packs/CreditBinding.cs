namespace Supervision.Rules.Packs;

/// <summary>Which ledgers and decisions of the pack make a credit decision.</summary>
/// <param name="Points">Index of the ledger of supervision points.</param>
/// <param name="Composite">Index of the ledger of the composite score.</param>
/// <param name="Grade">Output with the words A to D.</param>
/// <param name="PersonLink">Output that is true when the head's personal score is flagged.</param>
/// <param name="Commitment">Output that is true when the subject may choose notify-and-commit, or null.</param>
/// <param name="Repair">Points by kind of self-governance task, or null.</param>
/// <param name="CommitmentCheck">Period within which a commitment is checked, or null.</param>
internal sealed record CreditBinding(
    int Points, int Composite, DecisionOutput Grade, DecisionOutput PersonLink, DecisionOutput? Commitment, Parameter? Repair, Parameter? CommitmentCheck)
{
    /// <summary>The keys of <see cref="Repair"/>.</summary>
    public static IReadOnlyList<string> Tasks { get; } = Enum.GetNames<Supervision.Credit.SelfGovernanceKind>();
}
