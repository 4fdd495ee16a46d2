using System.Globalization;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Commitments;

/// <summary>
/// Takes in an application, judges it on the spot, and makes the terms that the applicant will sign. Who may not promise goes to the
/// ordinary procedure, with the reasons.
/// </summary>
[AllowedTo(Roles.Registrar | Roles.CreditClerk | Roles.Inspector | Roles.Head | Roles.Subject, IsShared = true)]
public sealed class ApplyForCommitment(
    MatterWork matters, ISubjectStore subjects, ICatalogStore catalog, ICreditEventStore events, ICreditPolicy policy, SubjectLists lists)
{
    // What is appended: the number of a list; what is put before it: the source of a task.
    private const int LongestId = 30;

    /// <summary>
    /// Saves and journals the application and its judgement. SUP3101, SUP3102: the item cannot be had by a promise; SUP3103: the values are not
    /// those that its terms name; SUP7003: the id is malformed or taken; SUP1222: no such subject; SUP7201: no such agency.
    /// </summary>
    public async Task<Outcome<CommitmentOffer>> RunAsync(
        CommitmentApplication application, CommitmentItems items, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(actor);
        var today = matters.Clocks.DateOf(matters.Now);
        if (!items.Find(application.Item, today).TryGet(out var item, out var refusal))
        {
            return refusal;
        }

        if (await subjects.FindAsync(application.SubjectId, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            return Refusal.Of("SUP1222", application.SubjectId);
        }

        if ((await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false)).All(agency => agency.Id != application.AgencyId))
        {
            return Refusal.Of("SUP7201", application.AgencyId);
        }

        var given = application.Values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).Select(value => value.Key).Order(StringComparer.Ordinal);
        if (!given.SequenceEqual(item.Values, StringComparer.Ordinal))
        {
            return Refusal.Of("SUP3103", application.Item, string.Join(", ", item.Values));
        }

        if (application.Id.Length > LongestId)
        {
            return Refusal.Of("SUP7003", application.Id, Invariant.Text(LongestId));
        }

        var credit = policy.Evaluate(await events.FindAsync(subject.Id, cancellationToken).ConfigureAwait(false), today);
        var gate = CommitmentGate.Judge(
            subject.Id, item.Code, item.HasAddress, credit, await lists.OfAsync(subject.Id, cancellationToken).ConfigureAwait(false), today);
        var terms = item.ChecklistFor(application.Id, application.Values);
        if (!(await matters.OpenAsync(Opened(application, item, subject, terms, credit, gate), actor, cancellationToken).ConfigureAwait(false))
            .TryGet(out var opened, out refusal))
        {
            return refusal;
        }

        if (gate.Result == GateResult.Eligible)
        {
            await catalog.AddChecklistAsync(terms, cancellationToken).ConfigureAwait(false);
        }

        var step = new MatterEntry(gate.Result == GateResult.Eligible ? MatterTrigger.Qualify : MatterTrigger.Divert, opened.LastAt)
        {
            Text = gate.Result.ToString(),
        };
        if (!(await matters.StepAsync(opened, step, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var judged, out refusal))
        {
            return refusal;
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new CommitmentOffer(judged, gate, terms);
    }

    private Matter Opened(
        CommitmentApplication application, CommitmentItem item, Subject subject, Checklist terms, CreditDecision credit, CommitmentGate gate) => new()
    {
        Id = application.Id, Kind = MatterKind.Commitment, Category = item.Code, Title = $"{subject.Name} {item.Name}",
        AgencyId = application.AgencyId, OriginAgencyId = application.AgencyId, SubjectId = subject.Id, OpenedAt = matters.Now,
        State = MatterState.Applied,
        Facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grade"] = credit.Grade.ToString(),
            ["score"] = Invariant.Text(credit.CompositeScore),
            ["policy"] = credit.Policy.ToString(),
            ["gate"] = gate.Result.ToString(),
            ["reasons"] = gate.Explanation.In(CultureInfo.InvariantCulture),
            [MatterWork.Explained] = ExplanationJson.Of(gate.Explanation),
            ["terms"] = terms.Reference.ContentHash,
            ["checklist"] = terms.Id,
            ["checkItem"] = item.CheckItemCode,
            ["addressTerms"] = string.Join(',', item.Terms.Where(term => term.IsAddress).Select(term => term.Id)),
        },
    };
}
