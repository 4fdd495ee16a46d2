namespace Supervision.Credit;

/// <summary>One fault of a point notice. Immutable.</summary>
/// <param name="Code">Code of the fault in the published score table. Not empty.</param>
/// <param name="Severity">Its severity, which the policy turns into points.</param>
public sealed record CreditFault(string Code, OffenceSeverity Severity);
