using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Events;

/// <summary>Tells a webhook of events from now on.</summary>
[AllowedTo(Roles.Administrator, IsShared = true)]
public sealed class SubscribeWebhook(IOutboxStore outbox, IJournalReader journal, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals the subscription; a new one starts at the end of the journal, or at its beginning. SUP9211: the name
    /// is no identifier; SUP9212: the address is neither https nor on this machine.
    /// </summary>
    public async Task<Outcome<Subscription>> RunAsync(
        string name, string url, IReadOnlyList<string> types, string secretFile, bool fromTheStart, Actor actor, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(name))
        {
            return Refusal.Of("SUP9211", name);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !string.IsNullOrEmpty(address.UserInfo)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return Refusal.Of("SUP9212", url);
        }

        var head = await journal.HeadAsync(cancellationToken).ConfigureAwait(false);
        var subscription = new Subscription(name, url, types, secretFile, fromTheStart ? 0 : head.Size);
        await outbox.SaveAsync(subscription, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("webhook.subscribed", name, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("url", url))));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return subscription;
    }
}
