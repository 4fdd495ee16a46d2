using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>Records one step of a case, if the procedure allows it there and then.</summary>
[AllowedTo(Roles.CaseOfficer | Roles.LegalReviewer | Roles.HearingChair | Roles.Head)]
public sealed class AdvanceCase(
    ICaseStore cases, ISubjectStore subjects, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock, CaseLaw law)
{
    /// <summary>
    /// Saves and journals the step; on a refusal nothing is saved. SUP2300: there is no such case; SUP2303: the step lies in the future; SUP3170: it claims a
    /// repair; SUP2301, SUP2304, SUP2310 to SUP2376, SUP2220 to SUP2226: see <see cref="CaseLifecycle.Take"/>.
    /// </summary>
    /// <param name="caseId">Case.</param>
    /// <param name="entry">The step.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <exception cref="CalendarNotPublishedException">A period that the step depends on reaches a year without a calendar.</exception>
    public async Task<Outcome<PenaltyCase>> RunAsync(
        string caseId, CaseEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Has(CaseMarks.Repaired))
        {
            return Refusal.Of("SUP3170", caseId);
        }

        if (!(await PrepareAsync(caseId, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    /// <summary>The case after the step, or the refusal; changes nothing.</summary>
    internal async Task<Outcome<PenaltyCase>> PrepareAsync(
        string caseId, CaseEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Refusal.Of("SUP2300", caseId);
        }

        if (entry.On > clock.Today)
        {
            return Refusal.Of("SUP2303", Invariant.Text(entry.On), Invariant.Text(clock.Today));
        }

        var party = await subjects.FindAsync(before.SubjectId, cancellationToken).ConfigureAwait(false);
        var facts = new CaseFacts(
            before, entry, law, party?.Kind ?? SubjectKind.Enterprise,
            await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false),
            await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false),
            []);
        return CaseLifecycle.Take(facts with { Others = await OthersAsync(facts, cancellationToken).ConfigureAwait(false) }, actor, clock.Now);
    }

    // Only what a guard of this step looks at: few steps ask for other cases, and a party may have had many.
    private async Task<IReadOnlyList<PenaltyCase>> OthersAsync(CaseFacts facts, CancellationToken cancellationToken)
    {
        IReadOnlyList<PenaltyCase> same = CaseLifecycle.Meets(facts, DecisionGuards.FinedOnce)
            ? await cases.ListByActAsync(facts.Case.Clue.ActId, cancellationToken).ConfigureAwait(false) : [];
        IReadOnlyList<PenaltyCase> own = CaseLifecycle.Meets(facts, DecisionGuards.StopsAfterRepeats) && DecisionGuards.MayAddUp(facts)
            ? await cases.ListBySubjectAsync(facts.Case.SubjectId, cancellationToken).ConfigureAwait(false) : [];
        return [.. same.Concat(own).DistinctBy(other => other.Id, StringComparer.Ordinal).Where(other => other.Id != facts.Case.Id)];
    }

    /// <summary>Keeps and journals the last step; the use case commits.</summary>
    internal async Task SaveAsync(PenaltyCase after, Actor actor, CancellationToken cancellationToken)
    {
        var step = after.Steps[^1];
        var party = await subjects.FindAsync(after.SubjectId, cancellationToken).ConfigureAwait(false);
        var next = CaseDeadlines.NextOf(after, law, party?.Kind ?? SubjectKind.Enterprise);
        await cases.AppendAsync(after, next?.Due, cancellationToken).ConfigureAwait(false);
        if (after.Decision is not null)
        {
            var clocks = CaseDeadlines.Of(after, law, party?.Kind ?? SubjectKind.Enterprise).Where(one => CaseDeadlines.Publicities.Contains(one.Kind));
            await cases.SavePublicitiesAsync(after, [.. clocks], cancellationToken).ConfigureAwait(false);
        }

        var type = JournalType(step.Entry.Trigger);
        work.Append(new JournalRecord(
            type, after.Id, actor, clock.Now,
            CanonicalJson.Of(json =>
            {
                json.WriteNumber("step", after.Steps.Count);
                json.WriteString("on", Invariant.Text(step.Entry.On));
                json.WriteString("from", step.From.ToString());
                json.WriteString("to", step.To.ToString());
                json.WriteString("fine", step.Entry.Sanction is { } sanction ? Invariant.Text(sanction.Fine) : null);
                json.WriteString("reference", step.Entry.Reference);
                if (step.Entry.Report is { } report)
                {
                    json.WriteNumber("report", report.Number);
                    json.WriteString("stage", report.Stage.ToString());
                }

                if (SeparatedDuty.Names(type))
                {
                    json.WriteStartArray("persons");
                    foreach (var person in step.Entry.Persons)
                    {
                        json.WriteStringValue(person);
                    }

                    json.WriteEndArray();
                }
            })));
    }

    /// <summary>Type of the record of a step, such as "case.pass-review".</summary>
    internal static string JournalType(CaseTrigger trigger) => "case." + JsonNamingPolicy.KebabCaseLower.ConvertName(trigger.ToString());
}
