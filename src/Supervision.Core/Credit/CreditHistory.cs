namespace Supervision.Credit;

/// <summary>Everything that a credit policy may know about one subject. Immutable.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="Events">Its events, in any order; those after the as-of day are not looked at.</param>
public sealed record CreditHistory(string SubjectId, IReadOnlyList<CreditEvent> Events)
{
    /// <summary>
    /// The history that counts as of a civil date: without the notices that were annulled by then, and without the annulments, of which policies
    /// know nothing. The same history where nothing was annulled.
    /// </summary>
    public CreditHistory CountedOn(DateOnly asOf)
    {
        if (Events.All(one => one.Kind != CreditEventKind.PointNoticeAnnulled))
        {
            return this;
        }

        var annulled = Events.Where(one => one.Kind == CreditEventKind.PointNoticeAnnulled && one.OccurredOn <= asOf)
            .Select(one => one.Names).ToHashSet(StringComparer.Ordinal);
        return this with { Events = [.. Events.Where(one => one.Kind != CreditEventKind.PointNoticeAnnulled && !annulled.Contains(one.Id))] };
    }
}
