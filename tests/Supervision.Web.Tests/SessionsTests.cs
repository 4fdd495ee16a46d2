using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Storage;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>Sessions are kept in the database: they outlive the host, are few, can be ended by the person and by an administrator, and are journalled.</summary>
public sealed partial class SessionsTests : IDisposable
{
    private const string Password = "a long enough password";
    private static readonly Uri s_bureau = new("/bureau", UriKind.Relative);
    private static readonly Uri s_sessions = new("/bureau/sessions", UriKind.Relative);
    private readonly BureauHost _host = new(("Users", "FOLDER/users.json"), ("Keys", "FOLDER/keys"));

    public SessionsTests() => _host.Write("users.json", JsonSerializer.Serialize(new[]
    {
        new { name = "zhang", person = "zhang", agency = "330700", passwordHash = Passwords.Hash(Password) },
        new { name = "wang", person = "wang", agency = "330700", passwordHash = Passwords.Hash(Password) },
    }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task ASession_OutlivesTheHost()
    {
        using var client = await SignedInAsync("zhang");
        Assert.True(await IsInAsync(client));
        await using var copy = new CopyOf(_host);
        using var again = copy.Host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        again.DefaultRequestHeaders.Add("Cookie", client.DefaultRequestHeaders.GetValues("Cookie"));
        Assert.True(await IsInAsync(again));
    }

    [Fact]
    public async Task SixthSession_EndsTheFirst()
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < Sessions.MostOfAPerson + 1; i++)
        {
            _host.Clock.Move(TimeSpan.FromSeconds(1));
            clients.Add(await SignedInAsync("zhang"));
        }

        Assert.False(await IsInAsync(clients[0]));
        Assert.All(await Task.WhenAll(clients.Skip(1).Select(IsInAsync)), Assert.True);
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("not the password", true)]
    [InlineData(Password, false)]
    public async Task OtherSessions_EndByThePassword(string password, bool otherLives)
    {
        using var other = await SignedInAsync("zhang");
        using var colleague = await SignedInAsync("wang");
        _host.Clock.Move(TimeSpan.FromSeconds(1));
        using var client = await SignedInAsync("zhang");
        var answer = await PostAsync(client, s_sessions, ("session", ""), ("password", password));
        Assert.Equal(otherLives ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(otherLives, await IsInAsync(other));
        Assert.True(await IsInAsync(client));
        Assert.True(await IsInAsync(colleague));
    }

    [Fact]
    public async Task Administrator_EndsTheSessionsOfAPerson_AndNobodyElseDoes()
    {
        using var zhang = await SignedInAsync("zhang");
        using var wang = await SignedInAsync("wang");
        var forPerson = new Uri("/bureau/sessions?handler=Person", UriKind.Relative);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(wang, forPerson, ("person", "zhang"))).StatusCode);
        await CommitAsync<IRoleStore>(roles => roles.SaveAsync(new RoleGrant("wang", "330700", Roles.Administrator, ""), Token));
        var done = await PostAsync(wang, forPerson, ("person", "zhang"));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.False(await IsInAsync(zhang));
        Assert.True(await IsInAsync(wang));
    }

    [Fact]
    public async Task BeginningAndEnd_AreJournalledAndTheTableHasNoSecret()
    {
        using var client = await SignedInAsync("zhang");
        await PostAsync(client, new Uri("/sign-out", UriKind.Relative));
        Assert.False(await IsInAsync(client));
        await using var scope = _host.Services.CreateAsyncScope();
        var index = scope.ServiceProvider.GetRequiredService<IJournalIndex>();
        Assert.Single(await index.FindAsync("session.begun", "zhang", Token));
        Assert.Single(await index.FindAsync("session.ended", "zhang", Token));
    }

    private static async Task<bool> IsInAsync(HttpClient client) => (await client.GetAsync(s_bureau, Token)).IsSuccessStatusCode;

    private async Task<HttpClient> SignedInAsync(string name)
    {
        using var first = _host.Anybody();
        var answer = await SignInTests.SignInAsync(first, name, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var client = _host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-supervision=", StringComparison.Ordinal)).Split(';')[0]);
        return client;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri address, params (string Name, string Value)[] fields)
    {
        var page = await client.GetAsync(s_sessions, Token);
        var text = await page.Content.ReadAsStringAsync(Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", ForgeryToken().Match(text).Groups[1].Value),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        var forgery = page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(cookie => cookie.Split(';')[0]) : [];
        request.Headers.Add("Cookie", string.Join("; ", [.. client.DefaultRequestHeaders.GetValues("Cookie"), .. forgery]));
        return await client.SendAsync(request, Token);
    }

    private async Task CommitAsync<TStore>(Func<TStore, Task> write)
        where TStore : notnull
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex ForgeryToken();

    // Another process with the same settings: it has the file of the first one, which has let go of it, and its keys.
    private sealed class CopyOf : IAsyncDisposable
    {
        public CopyOf(BureauHost first)
        {
            first.Services.GetRequiredService<SupervisionDatabase>().Dispose();
            Host = new BureauHost(
                ("Users", Path.Combine(first.Folder, "users.json")), ("Keys", Path.Combine(first.Folder, "keys"))).WithWebHostBuilder(
                builder => builder.UseSetting("Supervision:Database", Path.Combine(first.Folder, "bureau.db")));
        }

        public Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> Host { get; }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
