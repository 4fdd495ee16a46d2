using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Warnings;

/// <summary>Dispatches a warning: one event for each agency, with clocks of its own, tracked as a part of the warning.</summary>
internal static class WarningParts
{
    /// <summary>Takes the step and opens a part for each agency that has none yet.</summary>
    public static async Task<Outcome<DispatchedWarning>> DispatchAsync(
        MatterWork matters, Matter warning, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        var before = await matters.Store.ListPartsAsync(warning.Id, cancellationToken).ConfigureAwait(false);
        if (!(await matters.StepAsync(warning, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var tasked, out var refusal))
        {
            return refusal;
        }

        var parts = new List<Matter>();
        foreach (var agency in entry.AgencyIds.Where(agency => before.All(part => part.AgencyId != agency || part.State == MatterState.Closed)))
        {
            var part = new Matter
            {
                Id = $"{warning.Id}.{Invariant.Text(before.Count + parts.Count + 1)}",
                Kind = MatterKind.Event, Category = "Warning", Title = warning.Title, ParentId = warning.Id,
                AgencyId = agency, OriginAgencyId = warning.AgencyId, SubjectId = warning.SubjectId,
                OpenedAt = entry.At, State = MatterState.Dispatched,
                Facts = new Dictionary<string, string>(warning.Facts, StringComparer.Ordinal) { ["centre"] = warning.AgencyId },
            };
            if (!(await matters.OpenAsync(part, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var opened, out refusal))
            {
                return refusal;
            }

            parts.Add(opened);
        }

        return new DispatchedWarning(tasked, parts);
    }
}
