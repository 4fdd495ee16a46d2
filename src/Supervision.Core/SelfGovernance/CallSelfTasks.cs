using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.SelfGovernance;

/// <summary>
/// Calls on subjects to do a task of self-governance 主体自治任务 without a notice behind it: a season's self-check of all restaurants. Each subject has a task
/// of its own, which is verified as any other and gives no points back.
/// </summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Planner | Roles.Head)]
public sealed class CallSelfTasks(MatterWork matters, ISubjectStore subjects, CurrentActor current)
{
    private const int LongestId = 30;

    /// <summary>
    /// Saves and journals the call and its tasks. SUP1222: a subject is not registered; SUP3145: no such material; SUP3152: none or too many
    /// subjects; SUP3163: the last day has passed; SUP7003: the id is malformed or taken; SUP9302: another agency's.
    /// </summary>
    /// <param name="id">Identifier, at most 30 characters: tasks append to it.</param>
    /// <param name="materialId">What is to be done.</param>
    /// <param name="materials">Materials.</param>
    /// <param name="agencyId">The agency that calls, and verifies.</param>
    /// <param name="subjectIds">Subjects; one that is named twice has one task.</param>
    /// <param name="dueOn">Last day to hand it in.</param>
    /// <param name="actor">Who calls.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    /// <returns>The call and its tasks, in this order.</returns>
    public async Task<Outcome<IReadOnlyList<Matter>>> RunAsync(
        string id, string materialId, SelfTaskMaterials materials, string agencyId, IReadOnlyList<string> subjectIds, DateOnly dueOn, Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(subjectIds);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(agencyId) is { } foreign)
        {
            return foreign;
        }

        var today = matters.Clocks.DateOf(matters.Now);
        if (!materials.Find(materialId, today).TryGet(out var material, out var refusal)
            || !(await PushToSubjects.TakersAsync(subjects, subjectIds, cancellationToken).ConfigureAwait(false)).TryGet(out var takers, out refusal))
        {
            return refusal;
        }

        if (dueOn < today)
        {
            return Refusal.Of("SUP3163", id, Invariant.Text(dueOn));
        }

        if (id.Length > LongestId)
        {
            return Refusal.Of("SUP7003", id, Invariant.Text(LongestId));
        }

        var call = new Matter
        {
            Id = id, Kind = MatterKind.Push, Category = material.Kind.ToString(), Title = material.Title, AgencyId = agencyId, OriginAgencyId = agencyId,
            OpenedAt = matters.Now, State = MatterState.Sent,
            Facts = MatterWork.FactsOf(("material", materialId), ("dueOn", Invariant.Text(dueOn)), ("subjects", Invariant.Text(takers.Count))),
        };
        List<Matter> opening = [call, .. takers.Select((taker, at) => new Matter
        {
            Id = $"{id}.{Invariant.Text(at + 1)}", Kind = MatterKind.SelfTask, Category = material.Kind.ToString(), Title = material.Title, ParentId = id,
            AgencyId = agencyId, OriginAgencyId = agencyId, SubjectId = taker, OpenedAt = matters.Now, State = MatterState.Assigned,
            Facts = MatterWork.FactsOf(("material", materialId), ("dueOn", Invariant.Text(dueOn)), ("called", id)),
        })];
        return await matters.CommitAsync(await matters.OpenAllAsync(opening, actor, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
