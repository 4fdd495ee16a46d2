namespace Supervision.Rules.Packs;

/// <summary>Which decision and parameter of the pack make a risk decision.</summary>
/// <param name="Class">Output with the words A to D.</param>
/// <param name="Weight">Weight by class.</param>
internal sealed record RiskBinding(DecisionOutput Class, Parameter Weight);
