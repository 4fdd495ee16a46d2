namespace Supervision.Decisions;

/// <summary>
/// What the arguments of each line of an explanation are called in JSON, so that a machine need not know their order. A name that was
/// published stays; docs/reference/explanations.md lists them, and a test compares.
/// </summary>
internal static class ExplanationNames
{
    private static readonly string[] s_ledgerLine = ["points", "date", "cause"];

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["standing.explained"] = ["subject", "asOf", "grade", "class", "weight"],
        ["credit.grade"] = ["subject", "asOf", "grade", "composite", "policy"],
        ["credit.ledger"] = ["ledger", "active"],
        ["credit.fullLedger"] = ["ledger", "active", "steps", "unused"],
        ["credit.line.opened"] = s_ledgerLine,
        ["credit.line.posted"] = s_ledgerLine,
        ["credit.line.stepTaken"] = s_ledgerLine,
        ["credit.line.repaired"] = s_ledgerLine,
        ["credit.line.expired"] = s_ledgerLine,
        ["credit.line.cut"] = s_ledgerLine,
        ["credit.line.carried"] = s_ledgerLine,
        ["credit.line.reversed"] = s_ledgerLine,
        ["credit.line.transferred"] = s_ledgerLine,
        ["credit.line.blocked"] = s_ledgerLine,
        ["credit.line.rungReached"] = s_ledgerLine,
        ["credit.line.used"] = ["points", "cause", "date"],
        ["credit.evidence"] = ["events"],
        ["credit.evidence.notice"] = ["event", "date"],
        ["credit.evidence.fault"] = ["code", "severity"],
        ["credit.evidence.breach"] = ["event", "date"],
        ["credit.evidence.repair"] = ["event", "date", "points"],
        ["credit.personLinked"] = [],
        ["risk.class"] = ["subject", "asOf", "class", "classBefore", "policy"],
        ["risk.weight"] = ["class", "weight"],
        ["rules.example"] = ["number", "name", "asOf"],
        ["rules.expected"] = ["name", "expected", "is"],
        ["rules.decision"] = ["policy", "subject", "asOf"],
        ["rules.row"] = ["decision", "row", "conditions", "outputs"],
        ["rules.facts"] = ["facts"],
        ["rules.rowFailed"] = ["row", "input", "wanted", "is"],
        ["rules.rowBelow"] = ["row", "yieldsTo"],
        ["rules.noRow"] = ["decision", "case"],
        ["rules.stage.skipped"] = ["stage", "condition"],
        ["rules.stage.same"] = ["stage", "verb", "operand", "grade"],
        ["rules.stage.changed"] = ["stage", "verb", "operand", "from", "to"],
        ["rules.grade"] = ["decision", "grade"],
        ["rules.grade.pending"] = ["decision", "grade", "pending"],
        ["rules.value"] = ["decision", "value", "expression"],
        ["rules.number"] = ["decision", "number"],
        ["rules.term"] = ["term", "value", "weight", "points"],
        ["rules.rounding"] = ["points", "rounding"],
        ["rules.strictest"] = ["decision", "answer", "by"],
        ["rules.used"] = ["decision", "answer", "of", "policy"],
        ["rules.used.none"] = ["decision", "policy", "on"],
        ["rules.first"] = ["decision", "answer", "by"],
        ["rules.answer"] = ["rule", "answer"],
    };

    /// <summary>The name of an argument; its number where the line has none.</summary>
    public static string Of(string key, int at) =>
        All.TryGetValue(key, out var names) && at < names.Length ? names[at] : Invariant.Text(at);
}
