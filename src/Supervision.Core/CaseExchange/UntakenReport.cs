using Supervision.Decisions;

namespace Supervision.CaseExchange;

/// <summary>A report that another department's system holds and that could not be taken.</summary>
/// <param name="CaseId">The case it is of.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Refusal">Why: it cannot be read, or does not fit the case.</param>
public sealed record UntakenReport(string CaseId, int Number, Refusal Refusal);
