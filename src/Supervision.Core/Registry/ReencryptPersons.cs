using Supervision.Audit;
using Supervision.Time;

namespace Supervision.Registry;

/// <summary>Carries personal data over to the current key, so that an older key can be destroyed.</summary>
[AllowedTo(Roles.Administrator, IsShared = true)]
public sealed class ReencryptPersons(IPersonStore persons, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Encrypts anew what older keys encrypted, and journals how many records that were.</summary>
    public async Task<int> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var count = await persons.ReencryptAsync(cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord(
            "person.reencrypted", actor.Id, actor, clock.Now, CanonicalJson.Of(json => json.WriteNumber("count", count))));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }
}
