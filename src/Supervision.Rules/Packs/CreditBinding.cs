namespace Supervision.Rules.Packs;

/// <summary>Which ledgers and decisions of the pack make a credit decision.</summary>
/// <param name="Points">Index of the ledger of supervision points.</param>
/// <param name="Composite">Index of the ledger of the composite score.</param>
/// <param name="Grade">Output with the words A to D.</param>
/// <param name="PersonLink">Output that is true when the head's personal score is flagged.</param>
internal sealed record CreditBinding(int Points, int Composite, DecisionOutput Grade, DecisionOutput PersonLink);
