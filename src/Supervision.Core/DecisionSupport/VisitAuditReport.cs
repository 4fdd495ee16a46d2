namespace Supervision.DecisionSupport;

/// <summary>
/// The result of an audit of the inspectors. Each line asks for an explanation and proves nothing. Immutable.
/// </summary>
/// <param name="Visits">Inspections looked at.</param>
/// <param name="Pairs">Whether the same two officers meet too often.</param>
/// <param name="Fast">Inspections too fast to be real, in order of their day.</param>
/// <param name="Repeated">Officers at the same subject more often than chance lets them, the least likely first.</param>
/// <param name="Redraws">Replaced officers by agency.</param>
/// <param name="Overburdened">Subjects entered more often than their budget, the most burdened first.</param>
/// <param name="Significance">Probability with which honest inspections would raise one line of <paramref name="Repeated"/>, or one of <see cref="SuspiciousRedraws"/>.</param>
public sealed record VisitAuditReport(
    int Visits,
    FairnessTest Pairs,
    IReadOnlyList<FastVisit> Fast,
    IReadOnlyList<RepeatedVisits> Repeated,
    IReadOnlyList<RedrawRate> Redraws,
    IReadOnlyList<Burden> Overburdened,
    double Significance)
{
    /// <summary>Agencies that replace officers more often than the others do.</summary>
    public IReadOnlyList<RedrawRate> SuspiciousRedraws =>
        [.. Redraws.Where(rate => rate.PValue <= Significance / Math.Max(1, Redraws.Count))];

    /// <summary>Whether anything asks for an explanation.</summary>
    public bool IsSuspicious =>
        Pairs.PValue <= Significance || Fast.Count + Repeated.Count + Overburdened.Count + SuspiciousRedraws.Count > 0;
}
