using Supervision.Decisions;

namespace Supervision.Registry;

/// <summary>A row of an import that was left out, with all that is needed to mend it.</summary>
/// <param name="Row">Line number in the file, the header being 1.</param>
/// <param name="Column">Column as the file names it; empty when the whole row is meant.</param>
/// <param name="Value">What stood there.</param>
/// <param name="Reason">Why it cannot be used, with its code.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ImportReject(long Row, string Column, string Value, Refusal Reason, Message Remedy);
