using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Supervision.Audit;
using Supervision.Time;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>People change their own password and set up a second factor; who needs one comes nowhere without it.</summary>
public sealed partial class AccountTests : IDisposable
{
    private const string Password = "a long enough password";
    private const string Another = "another long password";
    private static readonly Uri s_account = new("/account", UriKind.Relative);
    private static readonly Uri s_bureau = new("/bureau", UriKind.Relative);
    private static readonly Uri s_api = new("/api/me", UriKind.Relative);
    private static readonly string s_hash = Passwords.Hash(Password);
    private BureauHost? _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _host?.Dispose();

    [Theory]
    [InlineData("not the password", Another, Another, HttpStatusCode.Unauthorized)]
    [InlineData(Password, "short", "short", HttpStatusCode.BadRequest)]
    [InlineData(Password, Another, "yet another password", HttpStatusCode.BadRequest)]
    [InlineData(Password, "password12345", "password12345", HttpStatusCode.BadRequest)] // others try it first
    [InlineData(Password, "jinhua-2026-inspection", "jinhua-2026-inspection", HttpStatusCode.BadRequest)] // a word of the agency
    public async Task ANewPassword_ThatWillNotDo_ChangesNothing(string current, string password, string again, HttpStatusCode code)
    {
        var host = Host("Nobody");
        using var client = await SignedInAsync(host, Password);
        Assert.Equal(code, (await PostAsync(client, "", ("current", current), ("password", password), ("again", again))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(host, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(host, password)).StatusCode);
    }

    [Fact]
    public async Task ANewPassword_StandsInPlaceOfTheOldOne_AndEndsTheOtherSessions()
    {
        var host = Host("Nobody");
        using var other = await SignedInAsync(host, Password);
        host.Clock.Move(TimeSpan.FromSeconds(1));
        using var client = await SignedInAsync(host, Password);
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(client)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(s_bureau, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_bureau, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(host, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(host, Another)).StatusCode);
        Assert.Single(await JournalledAsync(host, "password.changed"));
    }

    [Fact]
    public async Task ANewEntryOfTheOperator_EndsWhatThePersonHasSet()
    {
        var host = Host("Nobody");
        using var client = await SignedInAsync(host, Password);
        await ChangeAsync(client);
        var accounts = host.Services.GetRequiredService<Accounts>();
        Assert.Equal(SignInProof.None, await accounts.ProveAsync(User(s_hash), Password, null, Token));
        Assert.Equal(SignInProof.Password, await accounts.ProveAsync(User(s_hash), Another, null, Token));
        Assert.Equal(SignInProof.Password, await accounts.ProveAsync(User(Passwords.Hash(Password)), Password, null, Token));
    }

    [Fact]
    public async Task WhatCannotBeRead_LetsNobodyIn()
    {
        var host = Host("Nobody");
        using var client = await SignedInAsync(host, Password);
        await ChangeAsync(client);
        var services = host.Services;
        var elsewhere = new Accounts(
            services.GetRequiredService<IServiceScopeFactory>(), new EphemeralDataProtectionProvider(), services.GetRequiredService<SignInSettings>(),
            services.GetRequiredService<AuthorityClock>(), NullLogger<Accounts>.Instance);
        Assert.Equal(SignInProof.None, await elsewhere.ProveAsync(User(s_hash), Password, null, Token));
        Assert.Equal(SignInProof.None, await elsewhere.ProveAsync(User(s_hash), Another, null, Token));
    }

    [Fact]
    public async Task WhoNeedsASecondFactor_SetsItUpFirst_AndSignsInByBothFromThenOn()
    {
        var host = Host("Officers");
        using var client = await SignedInAsync(host, Password);
        Assert.Equal("/account", (await client.GetAsync(s_bureau, Token)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(s_api, Token)).StatusCode);
        var page = await client.GetStringAsync(s_account, Token);
        var secret = Convert.FromHexString(Decoded(Shown().Match(page).Groups[1].Value));
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(client, page, "000000")).StatusCode);

        // The page that said no offers another secret.
        page = await client.GetStringAsync(s_account, Token);
        secret = Convert.FromHexString(Decoded(Shown().Match(page).Groups[1].Value));
        var code = CodeOf(host, secret);
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(client, page, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(s_account, Token)).StatusCode); // signed out: the session had one factor

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(host, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(host, Password, code)).StatusCode); // taken when it was set up
        host.Clock.Move(TimeSpan.FromSeconds(30));
        code = CodeOf(host, secret);
        using var whole = await SignedInAsync(host, Password, code);
        Assert.Equal(HttpStatusCode.OK, (await whole.GetAsync(s_bureau, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await whole.GetAsync(s_api, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(host, Password, code)).StatusCode); // seen over the shoulder

        host.Clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(whole, "?handler=Remove", ("current", Password), ("code", "000000"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(whole, "?handler=Remove", ("current", Password), ("code", CodeOf(host, secret)))).StatusCode);
        using var again = await SignedInAsync(host, Password);
        Assert.Equal("/account", (await again.GetAsync(s_bureau, Token)).Headers.Location?.ToString());
        Assert.Single(await JournalledAsync(host, "second-factor.added"));
        Assert.Single(await JournalledAsync(host, "second-factor.removed"));
    }

    [Theory]
    [InlineData("Officers", true)]
    [InlineData("Everybody", false)]
    public async Task ABusiness_NeedsOneWhereEverybodyDoes(string needed, bool isOpen)
    {
        var host = Host(needed);
        using var client = await SignedInAsync(host, Password, name: "shop");
        Assert.Equal(isOpen ? null : "/account", (await client.GetAsync(new Uri("/mine", UriKind.Relative), Token)).Headers.Location?.ToString());
    }

    private static SignInUser User(string hash) => new("zhang", "zhang", hash, "330700");

    private static string CodeOf(BureauHost host, byte[] secret) => OneTimeCode.At(secret, host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    // Base32 as the page shows it, to hexadecimal.
    private static string Decoded(string text)
    {
        var bits = string.Concat(text.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return string.Concat(bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2).ToString("x2")));
    }

    private static async Task<IReadOnlyList<JournalEntry>> JournalledAsync(BureauHost host, string type)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IJournalIndex>().FindAsync(type, "zhang", Token);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client) =>
        PostAsync(client, "", ("current", Password), ("password", Another), ("again", Another));

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, string page, string code) =>
        PostAsync(client, "?handler=Factor", page, ("current", Password), ("offer", WebUtility.HtmlDecode(Offered().Match(page).Groups[1].Value)), ("code", code));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields) =>
        await PostAsync(client, handler, await client.GetStringAsync(s_account, Token), fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", ForgeryToken().Match(page).Groups[1].Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.PostAsync(new Uri("/account" + handler, UriKind.Relative), form, Token);
    }

    private static async Task<HttpResponseMessage> SignInAsync(BureauHost host, string password, string? code = null)
    {
        using var client = host.Anybody();
        return await SignInTests.SignInAsync(client, "zhang", password, code: code);
    }

    private static async Task<HttpClient> SignedInAsync(BureauHost host, string password, string? code = null, string name = "zhang")
    {
        var client = host.Anybody();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInTests.SignInAsync(client, name, password, code: code)).StatusCode);
        return client;
    }

    private BureauHost Host(string secondFactor)
    {
        _host = new BureauHost(("Users", "FOLDER/users.json"), ("Keys", "FOLDER/keys"), ("SecondFactor", secondFactor), ("Known", "FOLDER/known.txt"), ("Words", "FOLDER/words.txt"));
        _host.Write("known.txt", "password12345\n");
        _host.Write("words.txt", "Jinhua\n");
        _host.Write("users.json", JsonSerializer.Serialize(new object[]
        {
            new { name = "zhang", person = "zhang", agency = "330700", passwordHash = s_hash },
            new { name = "shop", person = "shop", subject = "92999999MA0NDL014U", passwordHash = s_hash },
        }));
        return _host;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex ForgeryToken();

    [GeneratedRegex("<code class=\"id\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Shown();

    [GeneratedRegex("name=\"offer\" value=\"([^\"]+)\"")]
    private static partial Regex Offered();
}
