using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Supervision.Audit;
using Supervision.Events;
using Supervision.Storage.Outbox;

namespace Supervision.Storage.Tests;

public sealed class WebhookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Goal: a receiver that knows only the page can check what it was told. Method: both kinds of secret; each changed bit
    // of the body and a changed time no longer fit.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_ACommittedRecord_PostsASignedCloudEvent(bool asymmetric)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = asymmetric ? key.ExportPkcs8PrivateKeyPem() : "0123456789abcdef";
        var check = asymmetric ? key.ExportSubjectPublicKeyInfoPem() : secret;
        var file = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(file, secret, TestContext.Current.CancellationToken);
        using var receiver = new Receiver();
        using var http = new HttpClient(receiver);
        var entry = JournalEntry.At(7, new JournalRecord("plan.approved", "p1", new Actor("a", "b"), DateTimeOffset.UnixEpoch, """{"项":"餐饮"}"""));
        await new WebhookHandler(new Subscription("n", "https://example.org/", [], file, 0), "urn:supervision:330700", http, TimeProvider.System)
            .HandleAsync(entry, TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(receiver.Body);
        Assert.Equal("1.0", json.RootElement.GetProperty("specversion").GetString());
        Assert.Equal("supervision.plan.approved", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(entry.LeafHash.ToString(), json.RootElement.GetProperty("id").GetString());
        Assert.Equal("餐饮", json.RootElement.GetProperty("data").GetProperty("项").GetString());
        var (id, time, signature) = (receiver.Headers["webhook-id"], receiver.Headers["webhook-timestamp"], receiver.Headers["webhook-signature"]);
        Assert.True(WebhookSignature.Fits(check, id, time, receiver.Body, signature));
        Assert.False(WebhookSignature.Fits(check, id, time + "1", receiver.Body, signature));
        Assert.False(WebhookSignature.Fits(check, id, time, receiver.Body, "v1,x"));
        for (var bit = 0; bit < receiver.Body.Length * 8; bit += 29)
        {
            var changed = receiver.Body.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(WebhookSignature.Fits(check, id, time, changed, signature));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "https://elsewhere.example/")] // a client that follows redirects
    [InlineData(HttpStatusCode.TemporaryRedirect, null)] // one that does not
    [InlineData(HttpStatusCode.InternalServerError, null)]
    public async Task Handle_ARedirectOrAFailure_IsNotDelivered(HttpStatusCode answer, string? reached)
    {
        var file = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(file, "0123456789abcdef", TestContext.Current.CancellationToken);
        using var receiver = new Receiver { Answer = answer, Reached = reached };
        using var http = new HttpClient(receiver);
        var entry = JournalEntry.At(7, new JournalRecord("plan.approved", "p1", new Actor("a", "b"), DateTimeOffset.UnixEpoch, "{}"));
        await Assert.ThrowsAsync<HttpRequestException>(() => new WebhookHandler(new Subscription("n", "https://example.org/", [], file, 0), "urn:supervision:330700", http, TimeProvider.System)
            .HandleAsync(entry, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_ShortSecret_IsRefused() =>
        Assert.Throws<CryptographicException>(() => WebhookSignature.Of("short", "1", "2", "x"u8));

    private sealed class Receiver : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public HttpStatusCode Answer { get; init; } = HttpStatusCode.NoContent;

        public string? Reached { get; init; }

        public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            foreach (var (name, values) in request.Headers)
            {
                Headers[name] = values.Single();
            }

            request.RequestUri = Reached is null ? request.RequestUri : new Uri(Reached);
            return new HttpResponseMessage(Answer) { RequestMessage = request };
        }
    }
}
