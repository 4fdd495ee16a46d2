using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Audit;

/// <summary>Ends all sessions of a person for the own agency, on every host: a lost device, a guessed password, a leaver.</summary>
[AllowedTo(Roles.Administrator)]
public sealed class EndSessions(ISessionStore sessions, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Ends and journals them; gives those ended. SUP7602: the person has none for this agency.</summary>
    /// <param name="personId">Whose sessions.</param>
    /// <param name="actor">Who ends them; only sessions for the actor's agency end.</param>
    /// <param name="cancellationToken">Gives up; nothing ends.</param>
    public async Task<Outcome<UserSession[]>> RunAsync(string personId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(personId);
        ArgumentNullException.ThrowIfNull(actor);
        var ended = await sessions.ListOfPersonAsync(personId, actor.AgencyId, cancellationToken).ConfigureAwait(false);
        if (ended.Count == 0)
        {
            return Refusal.Of("SUP7602", personId, actor.AgencyId);
        }

        foreach (var session in ended)
        {
            await sessions.RemoveAsync(session.KeyHash, cancellationToken).ConfigureAwait(false);
        }

        work.Append(new JournalRecord("sessions.ended", personId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("agency", actor.AgencyId);
            json.WriteNumber("count", ended.Count);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return ended.ToArray();
    }
}
