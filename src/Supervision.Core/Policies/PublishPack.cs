using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Policies;

/// <summary>
/// Puts a draft that somebody else wrote into force, from its own first day. A version before it whose end was open ends on that day.
/// </summary>
[AllowedTo(Roles.RulePublisher, IsShared = true)]
public sealed class PublishPack(IPackStore packs, IPackReader reader, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>Fewest digits of the hash by which a publisher says which text was read.</summary>
    public const int FewestDigits = 8;

    /// <summary>
    /// Publishes and journals. SUP5062: no such draft, or the digits fit several. SUP5061: the version is published already. SUP9304: the
    /// publisher wrote a draft of this version. A pack whose examples fail, or that overlaps another version, throws what
    /// the reader throws.
    /// </summary>
    /// <param name="policyId">Policy id.</param>
    /// <param name="version">Version.</param>
    /// <param name="hash">The first digits, at least <see cref="FewestDigits"/>, of the hash of the text that the publisher has read.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<StoredPack>> RunAsync(
        string policyId, string version, string hash, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(actor);
        if (hash.Length < FewestDigits || await packs.FindAsync(policyId, version, hash, cancellationToken).ConfigureAwait(false) is not { } draft)
        {
            return Refusal.Of("SUP5062", policyId, version, hash);
        }

        var published = (await packs.ListPublishedAsync(cancellationToken).ConfigureAwait(false)).ToList();
        if (published.Find(pack => pack.Policy.Id == policyId && pack.Policy.Version == version) is { } same)
        {
            return Refusal.Of("SUP5061", policyId, version, same.Policy.ContentHash[..12]);
        }

        reader.Read(draft.File, draft.Text, forPublication: true);
        var next = draft with { Publication = new PackPublication(actor, clock.Now) };
        var before = published.Find(next.TakesOverFrom);
        var ended = before is null ? null : before with { ReplacedFrom = next.From };
        reader.Demand([.. published.Where(pack => pack != before), .. ended is null ? Array.Empty<StoredPack>() : [ended], next]);

        if (ended is not null)
        {
            await packs.SaveAsync(ended, cancellationToken).ConfigureAwait(false);
        }

        await packs.SaveAsync(next, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("pack.published", StoredPack.Matter(policyId, version), actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("hash", next.Policy.ContentHash);
            json.WriteString("from", Invariant.Text(next.From));
            json.WriteString("replaces", ended?.Policy.Version ?? "");
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return next;
    }
}
