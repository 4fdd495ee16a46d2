using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>Registers a clue 案源登记: the first step of a case, whatever becomes of it.</summary>
[AllowedTo(Roles.CaseOfficer)]
public sealed class OpenCase(
    ICaseStore cases, ISubjectStore subjects, ITaskStore tasks, IUnitOfWork work, AuthorityClock clock, CaseLaw law)
{
    /// <summary>
    /// Saves and journals the case. SUP2302: the id is malformed or taken; SUP2307: no facts or no act; SUP2303: the clue lies in the
    /// future; SUP2308: the act lies after the clue; SUP2305: no such subject; SUP2306: the task or its findings are not there, or are about
    /// another subject.
    /// </summary>
    /// <param name="id">Identifier, 1 to 64 characters.</param>
    /// <param name="subjectId">The party.</param>
    /// <param name="clue">The clue.</param>
    /// <param name="actor">Who registers it, for the agency that handles it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<PenaltyCase>> RunAsync(
        string id, string subjectId, CaseClue clue, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clue);
        ArgumentNullException.ThrowIfNull(actor);
        if (Check(id, clue) is { } wrong)
        {
            return wrong;
        }

        if (await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP2302", id);
        }

        if (await subjects.FindAsync(subjectId, cancellationToken).ConfigureAwait(false) is not { } party)
        {
            return Refusal.Of("SUP2305", subjectId);
        }

        if (clue.TaskId is { } task && await CheckTaskAsync(task, subjectId, clue, cancellationToken).ConfigureAwait(false) is { } unfit)
        {
            return unfit;
        }

        var made = new PenaltyCase { Id = id, AgencyId = actor.AgencyId, SubjectId = subjectId, Clue = clue };
        await cases.AddAsync(made, CaseDeadlines.NextOf(made, law, party.Kind)?.Due, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("case.opened", id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", subjectId);
            json.WriteString("source", clue.Source.ToString());
            json.WriteString("act", clue.ActId);
            json.WriteString("receivedOn", Invariant.Text(clue.ReceivedOn));
            json.WriteString("task", clue.TaskId);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return made;
    }

    private Refusal? Check(string id, CaseClue clue) =>
        !Identifier.IsValid(id) ? Refusal.Of("SUP2302", id)
        : !Identifier.IsValid(clue.ActId) || clue.Facts is not { Length: > 0 and <= 4000 } ? Refusal.Of("SUP2307")
        : clue.ReceivedOn > clock.Today ? Refusal.Of("SUP2303", Invariant.Text(clue.ReceivedOn), Invariant.Text(clock.Today))
        : clue.ViolationOn > clue.ReceivedOn ? Refusal.Of("SUP2308", Invariant.Text(clue.ViolationOn), Invariant.Text(clue.ReceivedOn))
        : null;

    private async Task<Refusal?> CheckTaskAsync(string taskId, string subjectId, CaseClue clue, CancellationToken cancellationToken)
    {
        var findings = (await tasks.ListFindingsAsync(subjectId, cancellationToken).ConfigureAwait(false))
            .Where(finding => finding.TaskId == taskId).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return await tasks.FindAsync(taskId, cancellationToken).ConfigureAwait(false) is { } task && task.SubjectId == subjectId
            && clue.FindingIds.All(findings.Contains)
            ? null
            : Refusal.Of("SUP2306", taskId, string.Join(", ", clue.FindingIds.Where(finding => !findings.Contains(finding))));
    }
}
