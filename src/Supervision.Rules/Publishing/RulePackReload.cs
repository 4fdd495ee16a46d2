using Supervision.Rules.Packs;

namespace Supervision.Rules.Publishing;

/// <summary>What came of reading a folder again. Immutable.</summary>
/// <param name="Changed">Packs that decide now and did not before.</param>
/// <param name="Errors">What was refused, with its places; the packs before it stay in force.</param>
public sealed record RulePackReload(IReadOnlyList<RulePack> Changed, IReadOnlyList<RulePackError> Errors);
