using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Events;

namespace Supervision.Storage.Outbox;

/// <summary>
/// Posts events as CloudEvents 1.0 (structured JSON) with the headers of Standard Webhooks: webhook-id, webhook-timestamp and
/// webhook-signature over "id.timestamp.body". docs/reference/events.md says how a receiver checks it.
/// </summary>
/// <param name="subscription">Where to, and with which secret.</param>
/// <param name="source">Who tells: the CloudEvents attribute "source", a URI.</param>
/// <param name="http">Client of the host, with its time-out, that follows no redirect (AllowAutoRedirect = false); not disposed of.</param>
/// <param name="time">Clock of the host.</param>
public sealed class WebhookHandler(Subscription subscription, string source, HttpClient http, TimeProvider time) : IEventHandler
{
    /// <inheritdoc/>
    public string Name => subscription.Name;

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The receiver cannot be reached, answers other than 2xx, or the client followed a redirect.</exception>
    public async Task HandleAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var secret = await File.ReadAllTextAsync(subscription.SecretFile, cancellationToken).ConfigureAwait(false);
        var id = entry.LeafHash.ToString();
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = BodyOf(entry, id);
        var address = new Uri(subscription.Url);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, timestamp, body));
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();

        // Signed for one receiver: a client that went on elsewhere has not told it.
        if (response.RequestMessage?.RequestUri is { } reached && reached != address)
        {
            throw new HttpRequestException($"{address} sent the client on to {reached}. Name that address in the subscription, or let the client follow no redirect.");
        }
    }

    // The id is the leaf of the entry: the same event has the same id however often it comes, and it is found in the journal.
    private byte[] BodyOf(JournalEntry entry, string id) => Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteString("specversion", "1.0");
        json.WriteString("id", id);
        json.WriteString("source", source);
        json.WriteString("type", "supervision." + entry.Record.Type);
        json.WriteString("subject", entry.Record.Key);
        json.WriteString("time", entry.Record.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));
        json.WriteString("sequence", entry.Index.ToString("D19", CultureInfo.InvariantCulture));
        json.WriteString("datacontenttype", "application/json");
        json.WritePropertyName("data");
        using var payload = JsonDocument.Parse(entry.Record.Payload);
        payload.RootElement.WriteTo(json);
    }));
}
