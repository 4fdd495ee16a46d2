using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>A place where a row fails a rule: from a score down to the cell.</summary>
/// <param name="Table">Table.</param>
/// <param name="Row">Number of the row.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Field">Field.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Cause">One word for the kind of failure, to count by; the rule's kind where there is but one.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Rejects">Whether the row is kept out.</param>
public sealed record DataIssue(
    string Table, long Row, string RuleId, string Field, string Value, string Cause, Refusal Reason, bool Rejects);
