using Supervision.Cases;
using Supervision.Decisions;

namespace Supervision.Documents;

/// <summary>
/// The documents that a penalty case gives, each by one of its steps. The facts come from the record up to that step and from nothing
/// later, so that a document made again says the same. Pure.
/// </summary>
public static class CaseDocuments
{
    private static readonly Dictionary<CaseTrigger, DocumentKind> s_kinds = new()
    {
        [CaseTrigger.ServeNotice] = DocumentKind.AdvanceNotice,
        [CaseTrigger.NotifyHearing] = DocumentKind.HearingNotice,
        [CaseTrigger.Decide] = DocumentKind.Decision,
        [CaseTrigger.DecideSummary] = DocumentKind.SummaryDecision,
        [CaseTrigger.Serve] = DocumentKind.ServiceReceipt,
        [CaseTrigger.Demand] = DocumentKind.Demand,
        [CaseTrigger.Publish] = DocumentKind.PublicationText,
        [CaseTrigger.Close] = DocumentKind.ClosingReport,
    };

    /// <summary>The document that a step gives, or null.</summary>
    public static DocumentKind? KindOf(CaseTrigger trigger) => s_kinds.TryGetValue(trigger, out var kind) ? kind : null;

    /// <summary>Whether a document of this kind is given by a step of a case, and by nothing else.</summary>
    public static bool IsOfCase(DocumentKind kind) => s_kinds.ContainsValue(kind);

    /// <summary>
    /// What the document is kept under: the case for the first of its kind, "case/2" for the second one, after a return to the
    /// investigation or on a second channel.
    /// </summary>
    public static string KeyOf(PenaltyCase penaltyCase, DocumentKind kind)
    {
        ArgumentNullException.ThrowIfNull(penaltyCase);
        var times = penaltyCase.Steps.Count(step => KindOf(step.Entry.Trigger) == kind);
        return times <= 1 ? penaltyCase.Id : $"{penaltyCase.Id}/{Invariant.Text(times)}";
    }

    /// <summary>
    /// The facts of the last document of a kind. SUP2608: the case is not at the step that gives it, or was sent back since; SUP2606: a case
    /// gives no document of this kind.
    /// </summary>
    /// <exception cref="Time.CalendarNotPublishedException">A period that the document names reaches a year without a calendar.</exception>
    public static Outcome<DocumentFacts> Of(DocumentKind kind, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!IsOfCase(kind))
        {
            return Refusal.Of("SUP2606", file.Case.Id, kind.ToString());
        }

        var steps = file.Case.Steps;
        var at = steps.Count;
        while (at > 0 && KindOf(steps[at - 1].Entry.Trigger) != kind)
        {
            at--;
        }

        if (at == 0 || !IsInForce(kind, file.Case))
        {
            var template = file.Templates.Of(kind);
            return Refusal.Of("SUP2608", file.Case.Id, template.Title, file.Case.State.ToString()).On(template.Basis);
        }

        // The case as it was after that step.
        var then = file with
        {
            Case = PenaltyCase.Replay(file.Case.Id, file.Case.AgencyId, file.Case.SubjectId, file.Case.Clue, steps.Take(at)),
        };
        var texts = new CaseTexts(then);
        return kind switch
        {
            DocumentKind.AdvanceNotice => texts.AdvanceNotice(),
            DocumentKind.HearingNotice => texts.HearingNotice(),
            DocumentKind.Decision => texts.Decision(),
            DocumentKind.SummaryDecision => texts.SummaryDecision(),
            DocumentKind.ServiceReceipt => texts.ServiceReceipt(),
            DocumentKind.Demand => texts.Demand(),
            DocumentKind.PublicationText => texts.PublicationText(),
            _ => texts.ClosingReport(),
        };
    }

    private static bool IsInForce(DocumentKind kind, PenaltyCase c) => kind switch
    {
        DocumentKind.AdvanceNotice => c.Notice is not null,
        DocumentKind.HearingNotice => c.Hearing is { NotifiedOn: not null },
        DocumentKind.PublicationText => c.Publications.Any(shown => shown.WithdrawnOn is null),
        _ => true,
    };
}
