using System.Net;
using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Storage.Outbox;

namespace Supervision.Hosts.Tests.Shell;

// Goal: a receiver outside gets every event once it answers, signed; what it refused is shown and sent again when somebody asks.
public sealed class OutboxCommandTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly ConsoleRun _console = new() { OnSqlite = true };
    private readonly HttpListener _listener = new();
    private readonly List<string> _received = [];
    private HttpStatusCode _answer = HttpStatusCode.ServiceUnavailable;

    public void Dispose()
    {
        _listener.Close();
        _console.Dispose();
    }

    [Fact]
    public async Task Outbox_AReceiverThatRefusesAndThenTakes_GetsEachEventSigned()
    {
        var url = Listen();
        var secret = _console.Write("secret.txt", Secret);
        Assert.Equal(ExitCode.Failed, await RunAsync("outbox", "subscribe", "grid", "http://example.org/", "--secret", secret));
        Assert.StartsWith("SUP9212", _console.Error, StringComparison.Ordinal);
        await OkAsync("outbox", "subscribe", "grid", url, "--secret", secret, "--type", "catalogue.registered");
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));

        Assert.Equal(ExitCode.ProblemsFound, await RunAsync("outbox", "deliver", "--json"));
        await RunAsync("outbox", "list", "--json");
        var parked = Assert.Single(Root().GetProperty("parked").EnumerateArray());
        Assert.Equal(("grid", false), (parked.GetProperty("name").GetString(), parked.GetProperty("dead").GetBoolean()));
        Assert.Contains("503", parked.GetProperty("error").GetString(), StringComparison.Ordinal);

        // Not before its time, unless somebody asks for it.
        _answer = HttpStatusCode.NoContent;
        await RunAsync("outbox", "deliver", "--json");
        Assert.Equal(0, Root().GetProperty("delivered").GetInt32());
        await OkAsync("outbox", "replay", "grid", "--json");
        Assert.Equal(1, Root().GetProperty("replayed").GetInt32());
        await OkAsync("outbox", "deliver", "--json");
        Assert.Equal(1, Root().GetProperty("delivered").GetInt32());
        Assert.Equal(["supervision.catalogue.registered"], _received);
        await EventPage.HoldAsync("A webhook", _console, "city.db", ["webhook", "events"], TestContext.Current.CancellationToken);
    }

    private string Listen()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(url);
        _listener.Start();
        _ = TakeAsync();
        return url;
    }

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers;
            var fits = WebhookSignature.Of(Secret, headers["webhook-id"]!, headers["webhook-timestamp"]!, body.ToArray()) == headers["webhook-signature"];
            if (_answer == HttpStatusCode.NoContent && fits)
            {
                using var sent = JsonDocument.Parse(body.ToArray());
                _received.Add(sent.RootElement.GetProperty("type").GetString()!);
            }

            context.Response.StatusCode = (int)_answer;
            context.Response.Close();
        }
    }

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private async Task OkAsync(params string[] args) => Assert.True(await RunAsync(args) == ExitCode.Ok, _console.Error);

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
