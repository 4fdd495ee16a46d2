using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Policies;

/// <summary>Puts a draft of a rule pack into the database, for somebody else to publish. It decides nothing yet.</summary>
[AllowedTo(Roles.RuleAuthor, IsShared = true)]
public sealed class WritePack(IPackStore packs, IPackReader reader, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals the draft. The same text again is the same draft. SUP5061: the version is published already, and a
    /// version that decided is never changed. A text with errors throws what the reader throws; examples may still fail.
    /// </summary>
    public async Task<Outcome<StoredPack>> RunAsync(string file, string text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(actor);
        var (policy, from, to) = reader.Read(file, text, forPublication: false);
        if (await packs.FindAsync(policy.Id, policy.Version, policy.ContentHash, cancellationToken).ConfigureAwait(false) is { } same)
        {
            return same;
        }

        if (await packs.FindPublishedAsync(policy.Id, policy.Version, cancellationToken).ConfigureAwait(false) is { } published)
        {
            return Refusal.Of("SUP5061", policy.Id, policy.Version, published.Policy.ContentHash[..12]);
        }

        var draft = new StoredPack(policy, file, text, from, to, actor, clock.Now);
        await packs.SaveAsync(draft, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("pack.written", StoredPack.Matter(policy.Id, policy.Version), actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("file", file);
            json.WriteString("hash", policy.ContentHash);
            json.WriteString("from", Invariant.Text(from));
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return draft;
    }
}
