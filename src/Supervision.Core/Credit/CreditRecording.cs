using System.Text.Json;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Credit;

/// <summary>The one way in which events enter a credit history: numbered after the last, kept and journalled. Commits nothing.</summary>
internal sealed class CreditRecording(ICreditEventStore store, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Adds events in their order; their sequence numbers are given here.</summary>
    /// <param name="type">Type of the journal's record.</param>
    /// <param name="events">Events.</param>
    /// <param name="actor">Who records them.</param>
    /// <param name="more">What the journal says of an event besides subject and day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<CreditEvent>> AddAsync(
        string type, IReadOnlyList<CreditEvent> events, Actor actor, Action<Utf8JsonWriter, CreditEvent> more, CancellationToken cancellationToken)
    {
        var last = await store.LastSequenceAsync(cancellationToken).ConfigureAwait(false);
        List<CreditEvent> numbered = [.. events.Select((one, at) => one with { Sequence = last + 1 + at })];
        await store.AddAsync(numbered, cancellationToken).ConfigureAwait(false);
        foreach (var one in numbered)
        {
            work.Append(new JournalRecord(type, one.Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("subject", one.SubjectId);
                json.WriteString("on", Invariant.Text(one.OccurredOn));
                more(json, one);
            })));
        }

        return numbered;
    }
}
