using Supervision.Matters;

namespace Supervision.Warnings;

/// <summary>A warning and the parts that were dispatched with the last step.</summary>
/// <param name="Warning">The warning after the step.</param>
/// <param name="Parts">New parts, one for each agency; empty for a step that dispatches nothing.</param>
public sealed record DispatchedWarning(Matter Warning, IReadOnlyList<Matter> Parts);
