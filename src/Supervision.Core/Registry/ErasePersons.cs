using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>
/// Erases personal data, on demand or because their last day has passed, also from issued documents that name the person. The journal keeps that it happened; the salted hash of what was
/// there stays in it and says nothing any more, so it verifies as before.
/// </summary>
/// <legal source="个人信息保护法" article="第四十七条" inForceFrom="2021-11-01" />
[AllowedTo(Roles.Head | Roles.Administrator)]
public sealed class ErasePersons(IPersonStore persons, IUnitOfWork work, AuthorityClock clock)
{
    private const int Batch = 500;

    /// <summary>Erases one. SUP6116: no reason; SUP6117: there is none, or another agency keeps it.</summary>
    public async Task<Outcome<string>> RunAsync(string id, string reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Of("SUP6116");
        }

        var erasure = await persons.EraseAsync([id], cancellationToken).ConfigureAwait(false);
        if (erasure.PersonIds.Count == 0)
        {
            return Refusal.Of("SUP6117", ResidentId.IsIn(id) ? "***" : id);
        }

        Append(erasure, reason, actor);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Erases all whose last day lies before today; the ids that went.</summary>
    public async Task<IReadOnlyList<string>> RunExpiredAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var erased = new List<string>();
        while (true)
        {
            var batch = await persons.ListExpiredAsync(clock.Today, Batch, cancellationToken).ConfigureAwait(false);
            if (batch.Count == 0)
            {
                return erased;
            }

            Append(await persons.EraseAsync(batch, cancellationToken).ConfigureAwait(false), "retention", actor);
            await work.CommitAsync(cancellationToken).ConfigureAwait(false);
            erased.AddRange(batch);
        }
    }

    private void Append(Erasure erasure, string reason, Actor actor)
    {
        foreach (var id in erasure.PersonIds)
        {
            work.Append(new JournalRecord(
                "person.erased", id, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("reason", reason))));
        }

        foreach (var document in erasure.Documents)
        {
            work.Append(new JournalRecord("document.redacted", document.Key, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("number", document.Number);
                json.WriteString("content", document.ContentHash);
            })));
        }
    }
}
