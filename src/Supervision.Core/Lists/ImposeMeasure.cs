using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;

namespace Supervision.Lists;

/// <summary>
/// Imposes a joint measure 联合惩戒: a dated restriction that every department can query, with a receipt for each that carries it out. A
/// receipt that is not acknowledged in time climbs the hierarchy.
/// </summary>
[AllowedTo(Roles.CreditClerk | Roles.Head)]
public sealed class ImposeMeasure(MatterWork matters, ISubjectStore subjects, CurrentActor current)
{
    private const int LongestId = 30;

    /// <summary>
    /// Saves and journals measure and receipts. SUP1222: no such subject; SUP3151: no provision, or its last day has passed; SUP7011: a
    /// department is unknown or named twice, or there is none; SUP7003, SUP7006: id, title; SUP9302: another agency's.
    /// </summary>
    /// <returns>The measure and its receipts, in this order.</returns>
    public async Task<Outcome<IReadOnlyList<Matter>>> RunAsync(JointMeasure measure, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(measure.AgencyId) is { } foreign)
        {
            return foreign;
        }

        if (await subjects.FindAsync(measure.SubjectId, cancellationToken).ConfigureAwait(false) is null)
        {
            return Refusal.Of("SUP1222", measure.SubjectId);
        }

        var today = matters.Clocks.DateOf(matters.Now);
        if (string.IsNullOrWhiteSpace(measure.Basis.Law) || measure.Until < today || !measure.Basis.IsInForceOn(today))
        {
            return Refusal.Of("SUP3151", measure.Id, Invariant.Text(measure.Until));
        }

        var agencies = await matters.AgenciesAsync(cancellationToken).ConfigureAwait(false);
        var departments = measure.DepartmentIds;
        if (departments.Count == 0 || departments.Distinct(StringComparer.Ordinal).Count() != departments.Count
            || departments.Any(id => agencies.All(agency => agency.Id != id)))
        {
            return Refusal.Of("SUP7011", string.Join(", ", departments));
        }

        if (measure.Id.Length > LongestId)
        {
            return Refusal.Of("SUP7003", measure.Id, Invariant.Text(LongestId));
        }

        var opening = MeasureMatters.Of(
            measure.Id, measure.SubjectId, measure.Title, measure.AgencyId, departments, (today, measure.Until), measure.Basis, matters.Now, parentId: null, measure.CaseId);
        return await matters.CommitAsync(await matters.OpenAllAsync(opening, actor, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
