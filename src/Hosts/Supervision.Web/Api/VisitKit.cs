using Supervision.Catalog;
using Supervision.Inspections;

namespace Supervision.Web.Api;

/// <summary>Everything that an officer needs for a visit without a network.</summary>
/// <param name="Task">The task.</param>
/// <param name="SubjectName">Name of the subject.</param>
/// <param name="SubjectAddress">Its address; empty when unknown.</param>
/// <param name="Points">Points of the pinned checklist, in printed order.</param>
/// <param name="Officers">Officers of the task with their certificates.</param>
/// <param name="Answers">Answers that stand, from all devices.</param>
/// <param name="Conflicts">Points at which devices differ, each answer with its hash.</param>
/// <param name="Received">What else devices handed in: scans, certificates shown, the party's signature.</param>
internal sealed record VisitKit(
    InspectionTask Task,
    string SubjectName,
    string SubjectAddress,
    IReadOnlyList<CheckPoint> Points,
    IReadOnlyList<OfficerCard> Officers,
    IReadOnlyList<CheckEntry> Answers,
    IReadOnlyList<AnswerConflict> Conflicts,
    IReadOnlyList<TaskOperation> Received);
