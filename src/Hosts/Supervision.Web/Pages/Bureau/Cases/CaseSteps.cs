using Supervision.Cases;
using Supervision.Time;

namespace Supervision.Web.Pages.Bureau.Cases;

/// <summary>
/// Which steps a case can take today. Some guards look at the case and the day alone: what such a one refuses is refused whatever is entered, so
/// no form is offered. The others are asked when the form is handed in.
/// </summary>
internal static class CaseSteps
{
    // What a form may say that a guard of the case minds: cash that went to the bank, an execution that the court ended.
    private static readonly CaseMarks[] s_marks = [CaseMarks.None, CaseMarks.ToBank, CaseMarks.CourtEnded];

    private static readonly ExclusionKind?[] s_exclusions = [.. Enum.GetValues<ExclusionKind>()];

    private static readonly HashSet<string> s_ofTheCase = new(StringComparer.Ordinal)
    {
        "not extended before, and in time", "such a span runs", "within limitation", "something is preserved", "something is sealed or seized", "a plea waits for its answer",
        "the sanction gives a right to a hearing, not waived", "asked for in time", "on the day that was notified", "the case was filed",
        "the party could plead and ask for a hearing, or waived it", "every plea was looked into", "cash waits to be handed in",
        "the last day to pay is over", "a penalty is in force", "a review or a suit runs", "ten working days since the demand",
        "no review or suit runs or is possible any more", "within three months", "nothing is owed, or the court ended it",
        "a summary decision was filed with the agency", "a summary decision, not yet filed", "published, and the decision was changed or annulled",
        "the other side answered", "the other system has archived or returned it", "returned, where it was delivered to another system",
        "published, and its time is over or its record repaired", "no evidence, seizure, cash, publication or remedy is open",
    };

    /// <summary>Names of the guards that look at the case and the day alone.</summary>
    public static IReadOnlySet<string> OfTheCase => s_ofTheCase;

    /// <summary>The steps from where the case stands, in the order of the life-cycle.</summary>
    /// <param name="facts">The case; its entry says the day.</param>
    public static IReadOnlyList<PossibleStep> Of(CaseFacts facts) =>
    [
        .. from step in CaseLifecycle.Table
           where step.From == facts.Case.State && CaseFields.ByPeople.Contains(step.Trigger)
           select new PossibleStep(
               step.Trigger.ToString(), step.To.ToString(), step.Basis, [.. step.Guards.Select(guard => guard.Name)],
               step.Guards.Where(guard => s_ofTheCase.Contains(guard.Name)).Select(guard => Refused(guard.Check, facts, step.Trigger)).FirstOrDefault(refusal => refusal is not null)),
    ];

    private static Decisions.Refusal? Refused(Func<CaseFacts, Decisions.Refusal?> check, CaseFacts facts, CaseTrigger trigger)
    {
        try
        {
            var answers = (from marks in s_marks from kind in s_exclusions select check(facts with { Entry = new CaseEntry(trigger, facts.Entry.On) { Marks = marks, Exclusion = kind } })).ToList();
            return answers.Contains(null) ? null : answers[0];
        }
        catch (CalendarNotPublishedException)
        {
            return null; // said when the step is taken
        }
    }
}
