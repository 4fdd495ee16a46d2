using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Documents;

/// <summary>
/// Records a step of a case together with the document that it gives: step, number, document and journal in one transaction. No decision
/// without its numbered document, no number without its decision.
/// </summary>
[AllowedTo(Roles.CaseOfficer | Roles.LegalReviewer | Roles.HearingChair | Roles.Head)]
public sealed class TakeDocumentedStep(
    AdvanceCase advance,
    ISubjectStore subjects,
    IOfficerStore officers,
    IDocumentStore documents,
    IDocumentNumberStore numbers,
    IUnitOfWork work,
    AuthorityClock clock,
    CaseLaw law,
    DocumentTemplates templates)
{
    private readonly DocumentDesk _desk = new(documents, numbers, work, clock);

    /// <summary>
    /// Saves and journals step and document; on a refusal nothing is saved and no number is used. Refuses what
    /// <see cref="AdvanceCase"/> refuses, and: SUP2605: a decision brings its own number; SUP2601: the record lacks what the document must
    /// say; SUP2604: one of this kind was issued for the case otherwise.
    /// </summary>
    /// <param name="caseId">Case.</param>
    /// <param name="entry">The step; a decision leaves <see cref="CaseEntry.Reference"/> empty, its number is put there.</param>
    /// <param name="desk">What the agency's documents have in common.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <exception cref="CalendarNotPublishedException">A period of the step or its document reaches a year without a calendar.</exception>
    public async Task<Outcome<DocumentedStep>> RunAsync(
        string caseId, CaseEntry entry, CaseDesk desk, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await advance.PrepareAsync(caseId, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        if (CaseDocuments.KindOf(entry.Trigger) is not { } kind)
        {
            await SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
            return new DocumentedStep(after, null);
        }

        var isDecision = kind is DocumentKind.Decision or DocumentKind.SummaryDecision;
        if (isDecision && entry.Reference is { Length: > 0 } brought)
        {
            return Refusal.Of("SUP2605", caseId, brought);
        }

        var template = templates.Of(kind);
        var key = CaseDocuments.KeyOf(after, kind);
        if (!CaseDocuments.Of(kind, await FileAsync(after, desk, cancellationToken).ConfigureAwait(false)).TryGet(out var facts, out var unfit))
        {
            return unfit;
        }

        if ((await _desk.CheckAsync(template, key, facts, cancellationToken).ConfigureAwait(false)).Refusal is { } wrong)
        {
            return wrong;
        }

        // Everything is checked: only now a number is used. The decision's own text does not name it, its record does.
        if (isDecision)
        {
            var number = await _desk.NumberAsync(template, key, desk.AgencyShort, entry.On, cancellationToken).ConfigureAwait(false);
            after = (await advance.PrepareAsync(caseId, entry with { Reference = number.ToString() }, actor, cancellationToken)
                .ConfigureAwait(false)).OrThrow();
        }

        var document = await _desk.KeepAsync(
            template, key, desk.AgencyShort, facts, entry.On, desk.VerificationBase, actor, cancellationToken).ConfigureAwait(false);
        await SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        return new DocumentedStep(after, document);
    }

    private async Task SaveAsync(PenaltyCase after, Actor actor, CancellationToken cancellationToken)
    {
        await advance.SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<CaseFile> FileAsync(PenaltyCase after, CaseDesk desk, CancellationToken cancellationToken) => new(
        after,
        await subjects.FindAsync(after.SubjectId, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Subject {after.SubjectId} of case {after.Id} is gone."),
        (await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false)).Single(agency => agency.Id == after.AgencyId),
        await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false),
        law, desk.ContactName, desk.ContactPhone)
        {
            Templates = templates,
            InspectionRecord = after.Clue.TaskId is { } task
                ? (await documents.FindAsync(DocumentKind.OnSiteRecord, task, cancellationToken).ConfigureAwait(false))?.Number
                : null,
        };
}
