namespace Supervision.Rules.Ledgers;

/// <summary>What a new version does with the open entries of a ledger, each time as new entries. Immutable.</summary>
/// <param name="Open">keep, end, remap, reprice or opening.</param>
/// <param name="Keys">New key by old key, for remap.</param>
/// <param name="Opening">The balance that replaces all entries, for opening.</param>
internal sealed record TransitionRule(
    string Open, IReadOnlyDictionary<string, string> Keys, Packs.Expressions.RuleExpression? Opening);
