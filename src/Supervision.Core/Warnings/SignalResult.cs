using Supervision.Matters;

namespace Supervision.Warnings;

/// <summary>What became of a signal.</summary>
/// <param name="Assessment">What the model says now.</param>
/// <param name="Warning">The warning, new or the one of the same cause that goes on; null when the level is none.</param>
/// <param name="IsNew">Whether it raised a new warning.</param>
/// <param name="Parts">Tasks of agencies that were dispatched by rule.</param>
public sealed record SignalResult(WarningAssessment Assessment, Matter? Warning, bool IsNew, IReadOnlyList<Matter> Parts);
