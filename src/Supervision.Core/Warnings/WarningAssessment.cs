using Supervision.Decisions;

namespace Supervision.Warnings;

/// <summary>What a model says of a subject. Immutable.</summary>
/// <param name="Level">Level.</param>
/// <param name="Model">Id, version and hash of the model that said so.</param>
/// <param name="Reasons">Why: the rows that decided, and the numbers they looked at.</param>
public sealed record WarningAssessment(WarningLevel Level, PolicyReference Model, Explanation Reasons);
