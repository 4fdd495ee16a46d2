using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Credit;

/// <summary>Records that a subject broke a commitment 未履行承诺; the credit policy says what it costs.</summary>
[AllowedTo(Roles.CreditClerk, IsShared = true)]
public sealed class RecordBreach(ICreditEventStore credit, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Adds the event, dated today, and its journal entry.</summary>
    /// <param name="id">Identifier of the breach.</param>
    /// <param name="subjectId">Subject.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CreditEvent> RunAsync(
        string id, string subjectId, Actor actor, CancellationToken cancellationToken)
    {
        var sequence = await credit.LastSequenceAsync(cancellationToken).ConfigureAwait(false) + 1;
        var breach = new CreditEvent(id, subjectId, CreditEventKind.CommitmentBreached, clock.Today, sequence, []);
        await credit.AddAsync([breach], cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("commitment.breached", id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", subjectId);
            json.WriteString("on", Invariant.Text(breach.OccurredOn));
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return breach;
    }
}
