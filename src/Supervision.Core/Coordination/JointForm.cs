using Supervision.Inspections;

namespace Supervision.Coordination;

/// <summary>The one form of a planned visit, and which of its lines are whose.</summary>
/// <param name="Planned">The visit.</param>
/// <param name="Form">The form.</param>
/// <param name="ChecklistIds">The checklist of each check of the visit, in their order.</param>
public sealed record JointForm(PlannedVisit Planned, OneForm Form, IReadOnlyList<string> ChecklistIds)
{
    /// <summary>The answers of the form as answers to one check's own checklist: what its task records.</summary>
    /// <param name="index">Index of the check in the visit, from 0.</param>
    /// <param name="answers">Answers by the lines of the form.</param>
    public IReadOnlyList<CheckEntry> AnswersFor(int index, IEnumerable<CheckEntry> answers) =>
        Form.AnswersFor(answers, Planned.Visit.Checks[index].AgencyId, ChecklistIds[index]);
}
