using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>Sign-in by name and password: who gets in, for how long, and that nobody guesses or replays.</summary>
public sealed partial class SignInTests
{
    private const string Password = "a long enough password";

    [Fact]
    public async Task APerson_SignsIn_AndTheCookieStaysWithThisSite()
    {
        using var host = Host();
        using var client = host.Anybody();

        var first = await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.EndsWith("/sign-in?back=%2Fbureau", first.Headers.Location!.ToString(), StringComparison.Ordinal);

        var signed = await SignInAsync(client, "zhang", Password);
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        var cookie = Assert.Single(signed.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-supervision=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("330700", await client.GetStringAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zhang", "another password")]
    [InlineData("nobody", Password)]
    [InlineData("", "")]
    public async Task AWrongPair_IsRefusedWithoutTellingWhatWasWrong(string name, string password)
    {
        using var host = Host();
        using var client = host.Anybody();
        var answer = await SignInAsync(client, name, password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.Contains("supervision=", StringComparison.Ordinal)));
        Assert.Contains("用户名或密码不正确", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveWrongTries_LockTheNameForAQuarterOfAnHour()
    {
        using var host = Host();
        using var client = host.Anybody();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(client, "zhang", "guess " + i);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(client, "zhang", Password)).StatusCode);
        host.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "zhang", Password)).StatusCode);
    }

    [Fact]
    public async Task ManyTriesFromOneAddress_AreHeldBack()
    {
        using var host = Host();
        using var client = host.Anybody();
        var page = await FormAsync(client);

        // At once, so that no slow machine lets the bucket fill up again in between.
        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(i => PostAsync(client, page, "name" + i, "x")));
        var codes = answers.Select(answer => answer.StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
    }

    [Fact]
    public async Task AfterSignOut_ACopyOfTheCookieOpensNothing()
    {
        using var host = Host();
        using var client = host.Anybody();
        var cookie = (await SignInAsync(client, "zhang", Password)).Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-supervision=", StringComparison.Ordinal)).Split(';')[0];
        var page = await client.GetStringAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken);
        var left = await client.PostAsync(new Uri("/sign-out", UriKind.Relative), Form(page), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);

        using var thief = host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = client.BaseAddress! });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task ASignOut_LeavesNothingWithTheBrowser()
    {
        using var host = Host();
        using var client = host.Anybody();
        await SignInAsync(client, "zhang", Password);
        var page = await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        var left = await client.PostAsync(
            new Uri("/sign-out", UriKind.Relative), Form(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        Assert.Equal("\"cache\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(29, true)]
    public async Task ASession_EndsWhenIdle(int minutes, bool lives)
    {
        using var host = Host();
        using var client = host.Anybody();
        await SignInAsync(client, "zhang", Password);
        host.Clock.Move(TimeSpan.FromMinutes(minutes));
        Assert.Equal(lives, (await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task ASession_EndsAfterEightHoursHoweverBusy()
    {
        using var host = Host();
        using var client = host.Anybody();
        await SignInAsync(client, "zhang", Password);
        var minutes = 0;
        while ((await client.GetAsync(new Uri("/bureau", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode)
        {
            host.Clock.Move(TimeSpan.FromMinutes(20));
            minutes += 20;
            Assert.True(minutes <= 8 * 60, "The session outlived its limit.");
        }

        Assert.Equal(8 * 60, minutes);
    }

    [Fact]
    public async Task AWriteFromAForeignPage_IsRefused()
    {
        using var host = Host();
        using var client = host.Anybody();
        var page = await FormAsync(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = Form(page, ("name", "zhang"), ("password", Password)) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        using var unforged = new FormUrlEncodedContent([new("name", "zhang"), new("password", Password)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/sign-in", UriKind.Relative), unforged, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task ASignIn_NeverLeadsElsewhere(string back)
    {
        using var host = Host();
        using var client = host.Anybody();
        var answer = await SignInAsync(client, "zhang", Password, back);
        Assert.Equal("/bureau", answer.Headers.Location!.ToString());
    }

    internal static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password, string back = "/", string? code = null) =>
        await PostAsync(client, await FormAsync(client), name, password, back, code);

    private static BureauHost Host()
    {
        var host = new BureauHost(("Users", "FOLDER/users.json"), ("Keys", "FOLDER/keys"));
        host.Write("users.json", JsonSerializer.Serialize(new[] { new { name = "zhang", person = "zhang", agency = "330700", passwordHash = Passwords.Hash(Password) } }));
        return host;
    }

    private static Task<string> FormAsync(HttpClient client) =>
        client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string name, string password, string back = "/", string? code = null)
    {
        using var form = Form(page, ("name", name), ("password", password), ("back", back), ("code", code ?? ""));
        return await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
    [
        new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
        .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ]);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
