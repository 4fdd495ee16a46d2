namespace Supervision.Coordination;

/// <summary>One visit to one subject at which several checks are done 进一次门、查多件事. Immutable.</summary>
/// <param name="SubjectId">Subject.</param>
/// <param name="From">First day that suits every check.</param>
/// <param name="To">Last day that suits every check, inclusive.</param>
/// <param name="On">The day it is planned for.</param>
/// <param name="Checks">The checks, by agency and item.</param>
/// <param name="Attendances">Agencies that come, with the number of their officers; an agency whose checks are all delegated does not.</param>
/// <param name="DelegatedTo">By check: the agency that does it instead of its owner.</param>
public sealed record JointVisit(
    string SubjectId,
    DateOnly From,
    DateOnly To,
    DateOnly On,
    IReadOnlyList<PlannedCheck> Checks,
    IReadOnlyDictionary<string, int> Attendances,
    IReadOnlyDictionary<string, string> DelegatedTo)
{
    /// <summary>The agency that leads: the one with most checks, then the first by id.</summary>
    public string LeadAgencyId => Checks.Where(check => Attendances.ContainsKey(check.AgencyId))
        .GroupBy(check => check.AgencyId, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .First().Key;

    /// <summary>Whether more than one agency has a check in it.</summary>
    public bool IsJoint => Checks.Select(check => check.AgencyId).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>The agency that does a check of this visit: the one it was delegated to, else its own.</summary>
    public string DoneBy(PlannedCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return DelegatedTo.GetValueOrDefault(check.Id, check.AgencyId);
    }

    /// <summary>Whether a law demands one of its checks.</summary>
    public bool IsStatutory => Checks.Any(check => check.IsStatutory);
}
