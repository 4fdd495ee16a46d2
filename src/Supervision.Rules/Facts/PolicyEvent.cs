namespace Supervision.Rules.Facts;

/// <summary>
/// Something that happened to a subject, as a policy sees it. Immutable. Events are ordered by (<see cref="On"/>,
/// <see cref="Sequence"/>, <see cref="Id"/>), so that any split into batches gives the same result.
/// </summary>
/// <param name="Id">Id of the document behind it; unique in a history.</param>
/// <param name="Kind">What happened: a word of the pack's <c>events:</c>, or a built-in one.</param>
/// <param name="On">Civil date on which it happened, in the authority's time zone.</param>
/// <param name="Sequence">Given once, when the event is recorded; orders the events of one day.</param>
/// <param name="Fields">Its fields; a record.</param>
public sealed record PolicyEvent(string Id, string Kind, DateOnly On, long Sequence, Fact Fields)
{
    /// <summary>Civil date on which it became known; the day it happened, unless told otherwise.</summary>
    public DateOnly RecordedOn { get; init; } = On;

    /// <summary>A field; <c>id</c>, <c>on</c> and <c>recordedOn</c> are fields of every event.</summary>
    internal Fact Get(string field) => field switch
    {
        "id" => Fact.Of(Id),
        "on" => Fact.Of(On),
        "recordedOn" => Fact.Of(RecordedOn),
        _ => Fields[field],
    };
}
