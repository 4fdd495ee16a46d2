using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Opens a task without a draw, where a provision lets it: a complaint, a warning, an event, a commitment, a look-back, an
/// order from above. The task keeps that provision.
/// </summary>
[AllowedTo(Roles.Planner | Roles.Inspector)]
public sealed class OpenTask(
    ITaskStore tasks,
    ICatalogStore catalog,
    ISubjectStore subjects,
    IOfficerStore officers,
    IUnitOfWork work,
    AuthorityClock clock,
    LegalClock periods,
    TaskRules rules,
    CurrentActor current)
{
    /// <summary>
    /// Saves and journals the task. SUP2141: the source needs a draw, or no provision in force; SUP2142: no reference; SUP1222:
    /// no such subject; SUP2143: the item is not in the catalogue or its basis is not in force; SUP1123: it maps to none of the national
    /// catalogue; SUP2144: no checklist;
    /// SUP2103: fewer than two officers; SUP2145: an officer of another agency, or unknown; SUP1201–1203: an officer may not inspect;
    /// SUP2102: recused; SUP2146: nobody has the field; SUP2147: a look-back names no order to correct; SUP2148: no last day;
    /// SUP2149: the task is there already; SUP9302: the actor acts for another agency.
    /// </summary>
    public async Task<Outcome<InspectionTask>> RunAsync(TaskRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await AddAsync(request, actor, cancellationToken).ConfigureAwait(false);
        if (outcome.IsAccepted)
        {
            await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>
    /// The same inside the unit of work of another use case, which commits. What a rule opens, such as the check of every grant, may be for
    /// another agency than the actor's.
    /// </summary>
    internal async Task<Outcome<InspectionTask>> AddAsync(
        TaskRequest request, Actor actor, CancellationToken cancellationToken, bool byRule = false)
    {
        var outcome = await PrepareAsync(request, actor, cancellationToken, byRule).ConfigureAwait(false);
        if (outcome.TryGet(out var task, out _))
        {
            await KeepAsync(task, actor, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>The task as it would be opened, or the refusal; keeps nothing.</summary>
    internal async Task<Outcome<InspectionTask>> PrepareAsync(
        TaskRequest request, Actor actor, CancellationToken cancellationToken, bool byRule)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (!byRule && current.RefuseAgency(request.AgencyId) is { } foreign)
        {
            return foreign;
        }

        var today = clock.Today;
        if (request.Source == TaskSource.PlanDraw || (request.Source == TaskSource.JointPlan && !byRule) || rules.For(request.Source, today) is not { } rule)
        {
            return Refusal.Of("SUP2141", request.Source.ToString());
        }

        var id = $"{Word(request.Source)}.{request.Reference}";
        if (!Identifier.IsValid(request.Reference) || !Identifier.IsValid(id))
        {
            return Refusal.Of("SUP2142", request.Reference).On(rule.Basis);
        }

        if (await subjects.FindAsync(request.SubjectId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refusal.Of("SUP1222", request.SubjectId);
        }

        if (await catalog.FindItemAsync(request.ItemCode, cancellationToken).ConfigureAwait(false) is not { } item
            || !item.MayBeInspectedOn(today))
        {
            return Refusal.Of("SUP2143", request.ItemCode).On(new LegalBasis("国办发〔2015〕58号", ""));
        }

        if (await NationalList.RefuseAsync(catalog, item, cancellationToken).ConfigureAwait(false) is { } outside)
        {
            return outside;
        }

        if ((request.ChecklistId ?? item.ChecklistId) is not { } checklistId
            || await catalog.FindChecklistAsync(checklistId, null, cancellationToken).ConfigureAwait(false) is not { } checklist)
        {
            return Refusal.Of("SUP2144", item.Code);
        }

        if (await CheckOfficersAsync(request, item, today, cancellationToken).ConfigureAwait(false) is { } unfit)
        {
            return unfit;
        }

        if (request.Source == TaskSource.LookBack)
        {
            var earlier = await tasks.FindAsync(request.Reference, cancellationToken).ConfigureAwait(false);
            if (earlier?.Order is null || earlier.SubjectId != request.SubjectId)
            {
                return Refusal.Of("SUP2147", request.Reference, request.SubjectId).On(rule.Basis);
            }
        }

        var due = request.DueOn ?? (rule.Due is null ? null : periods.Due(rule.Due, today).Due);
        if (due is not { } last || last < today)
        {
            return Refusal.Of("SUP2148", id);
        }

        if (await tasks.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP2149", id);
        }

        return new InspectionTask
        {
            Id = id,
            Source = request.Source,
            SourceReference = request.Reference,
            SourceBasis = rule.Basis,
            SubjectId = request.SubjectId,
            ItemCode = item.Code,
            Checklist = checklist.Reference,
            AgencyId = request.AgencyId,
            OfficerIds = request.OfficerIds,
            DueOn = last,
            DueFrom = request.DueOn is null ? today : null,
        };
    }

    /// <summary>Keeps and journals a task that was prepared; the use case commits.</summary>
    internal async Task KeepAsync(InspectionTask task, Actor actor, CancellationToken cancellationToken)
    {
        await tasks.AddAsync([task], cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("task.opened", task.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("source", task.Source.ToString());
            json.WriteString("reference", task.SourceReference);
            json.WriteString("basis", task.SourceBasis!.ToString());
            json.WriteString("subject", task.SubjectId);
            json.WriteString("item", task.ItemCode);
            json.WriteString("agency", task.AgencyId);
        })));
    }

    private async Task<Refusal?> CheckOfficersAsync(
        TaskRequest request, SupervisionItem item, DateOnly today, CancellationToken cancellationToken)
    {
        var different = request.OfficerIds.Distinct(StringComparer.Ordinal).Count();
        if (different < 2 || different < request.OfficerIds.Count)
        {
            return Refusal.Of("SUP2103", Invariant.Text(different)).On(new LegalBasis("行政处罚法", "第四十二条"));
        }

        var staff = (await officers.FindOfficersAsync(request.OfficerIds, cancellationToken).ConfigureAwait(false))
            .ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        var recusals = await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in request.OfficerIds)
        {
            if (!staff.TryGetValue(id, out var officer) || officer.AgencyId != request.AgencyId)
            {
                return Refusal.Of("SUP2145", id, request.AgencyId);
            }

            if (officer.CheckDrawable(today) is { } unfit)
            {
                return unfit;
            }

            if (recusals.Any(r => r.OfficerId == id && r.SubjectId == request.SubjectId && r.DecidedOn <= today))
            {
                return Refusal.Of("SUP2102", id, request.SubjectId).On(new LegalBasis("行政处罚法", "第四十三条"));
            }
        }

        return request.OfficerIds.Any(id => staff[id].Fields.Contains(item.Field, StringComparer.Ordinal))
            ? null
            : Refusal.Of("SUP2146", item.Code, item.Field);
    }

    private static string Word(TaskSource source) => source switch
    {
        TaskSource.Warning => "warning",
        TaskSource.CommitmentCheck => "commitment",
        TaskSource.Coordination => "coordination",
        TaskSource.Complaint => "complaint",
        TaskSource.Immediate => "immediate",
        TaskSource.LookBack => "look-back",
        TaskSource.JointPlan => "joint",
        _ => "order",
    };
}
