using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>Makes the matters of a joint measure. Pure.</summary>
internal static class MeasureMatters
{
    /// <summary>The measure, then a receipt for each department that carries it out.</summary>
    public static IEnumerable<Matter> Of(
        string id, string subjectId, string title, string agencyId, IReadOnlyList<string> departmentIds, (DateOnly From, DateOnly? Until) days, LegalBasis basis,
        DateTimeOffset at, string? parentId, string? caseId = null)
    {
        var facts = MatterWork.FactsOf(("from", Invariant.Text(days.From)), ("law", basis.Law), ("article", basis.Article));
        if (days.Until is { } last)
        {
            facts["until"] = Invariant.Text(last);
        }

        if (caseId is not null)
        {
            facts["case"] = caseId;
        }

        yield return new Matter
        {
            Id = id, Kind = MatterKind.ListEntry, Category = nameof(ListKind.JointMeasure), Title = title, AgencyId = agencyId, OriginAgencyId = agencyId,
            SubjectId = subjectId, ParentId = parentId, OpenedAt = at, State = MatterState.InForce, Facts = facts,
        };
        foreach (var (number, department) in departmentIds.Index())
        {
            yield return Receipts.Of(
                $"{id}.{Invariant.Text(number + 1)}", id, nameof(ListKind.JointMeasure), title, department, agencyId, subjectId, at);
        }
    }
}
