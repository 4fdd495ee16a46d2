namespace Supervision.Credit;

/// <summary>
/// One event of a subject's credit history. Immutable. Events are ordered by (<see cref="OccurredOn"/>,
/// <see cref="Sequence"/>), so that any split into batches gives the same result.
/// </summary>
/// <param name="Id">Id of the document behind it, such as the number of the point notice. Not empty.</param>
/// <param name="SubjectId">Whose history it belongs to.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">Civil date in the authority's time zone: served, breached or approved on.</param>
/// <param name="Sequence">Given once, when the event is recorded; orders the events of one day.</param>
/// <param name="Faults">The faults of a point notice; empty for the other kinds.</param>
/// <param name="Points">Points that a repair gives back, 0 or more, half points allowed; null for the other kinds.</param>
public sealed record CreditEvent(
    string Id,
    string SubjectId,
    CreditEventKind Kind,
    DateOnly OccurredOn,
    long Sequence,
    IReadOnlyList<CreditFault> Faults,
    decimal? Points = null)
{
    /// <summary>Id of the event that this one annuls; null for the other kinds.</summary>
    public string? Names { get; init; }
}
