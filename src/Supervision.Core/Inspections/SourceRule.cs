using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>Why a source may open a task without a draw, and by when the task is due.</summary>
/// <param name="Source">Source.</param>
/// <param name="Basis">The provision that lets it be inspected directly.</param>
/// <param name="Due">The period for it; null when the law gives none.</param>
public sealed record SourceRule(TaskSource Source, LegalBasis Basis, LegalPeriod? Due);
