using System.Globalization;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;

namespace Supervision.SelfGovernance;

/// <summary>Gives a subject a task of self-governance 主体自治任务, by which it has points of a notice given back 信用修复.</summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head | Roles.Subject)]
public sealed class AssignSelfTask(MatterWork matters, ICaseStore cases, SubjectLists lists)
{
    /// <summary>
    /// Saves and journals the task. SUP7000: there is no such notice; SUP3141: the notice is disputed or annulled, or its year is over;
    /// SUP3162: a list bars the subject from repair; SUP3172: its faults were penalised;
    /// SUP3145: no such material; SUP3148: the notice has a task with it already; SUP7003: the id is malformed or taken.
    /// </summary>
    /// <param name="id">Identifier of the task.</param>
    /// <param name="noticeId">The notice's matter.</param>
    /// <param name="materialId">What is to be done.</param>
    /// <param name="materials">Materials.</param>
    /// <param name="actor">Who assigns it, or the subject that asks for it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<Matter>> RunAsync(
        string id, string noticeId, string materialId, SelfTaskMaterials materials, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(actor);
        var today = matters.Clocks.DateOf(matters.Now);
        if (!materials.Find(materialId, today).TryGet(out var material, out var refusal))
        {
            return refusal;
        }

        if (!(await matters.FindAsync(noticeId, MatterKind.PointNotice, cancellationToken).ConfigureAwait(false)).TryGet(out var notice, out var missing))
        {
            return missing;
        }

        var served = DateOnly.ParseExact(notice.Fact("on")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (end, basis) = matters.Clocks.LastDay("SelfTask.within", served);

        // A year from 1 February ends with 31 January.
        var last = end.AddDays(-1);
        if (notice.State is not (MatterState.Notified or MatterState.Upheld) || today > last)
        {
            return Refusal.Of("SUP3141", noticeId, notice.State.ToString(), Invariant.Text(last)).On(basis);
        }

        if ((await lists.RefuseRepairAsync(notice.SubjectId!, today, cancellationToken).ConfigureAwait(false)
            ?? await SelfTasks.RefusePenalisedAsync(cases, notice, cancellationToken).ConfigureAwait(false)) is { } barred)
        {
            return barred;
        }

        if ((await matters.Store.ListPartsAsync(noticeId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(part => part.Fact("material") == materialId) is { } earlier)
        {
            return Refusal.Of("SUP3148", noticeId, earlier.Id);
        }

        var outcome = await matters.OpenAsync(
            new Matter
            {
                Id = id, Kind = MatterKind.SelfTask, Category = material.Kind.ToString(), Title = material.Title, ParentId = noticeId,
                AgencyId = notice.AgencyId, OriginAgencyId = notice.AgencyId, SubjectId = notice.SubjectId, OpenedAt = matters.Now,
                State = MatterState.Assigned,
                Facts = MatterWork.FactsOf(("material", materialId), ("dueOn", Invariant.Text(last))),
            },
            actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
