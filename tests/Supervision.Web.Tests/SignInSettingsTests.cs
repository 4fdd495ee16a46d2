using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Supervision.Web.Demo;
using Supervision.Web.SignIn;

namespace Supervision.Web.Tests;

/// <summary>The host does not start with secrets that anybody knows, and opens no page by oversight.</summary>
public sealed class SignInSettingsTests(WebFixture web)
{
    [Fact]
    public void Users_WithTheDemonstrationsPassword_AreRefused()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, JsonSerializer.Serialize(new[] { new { name = "a", person = "a", agency = "1", passwordHash = Passwords.Hash(DemoUsers.Password) } }));
        Assert.Contains("'a'", Assert.Throws<InvalidOperationException>(() => SignInUsers.Read(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("correct horse battery", 0)]
    [InlineData("password12345", 2)] // known
    [InlineData("Jinhua-2026-inspection", 2)] // a word of the agency
    [InlineData("金华市监管局的一个密码啊", 2)]
    [InlineData("short", 2)]
    public void HashPassword_RefusesWhatIsKnownOrOfTheAgency(string password, int code)
    {
        var (known, words) = (Path.GetTempFileName(), Path.GetTempFileName());
        File.WriteAllLines(known, ["123456789012", "password12345"]);
        File.WriteAllLines(words, ["jinhua", "金华", "a"]);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(code, Passwords.Run(["--known", known, "--words", words], new StringReader(password), output, error));
        Assert.Equal(code == 0, Passwords.IsRight(output.ToString().Trim(), password));
        Assert.DoesNotContain(password, error.ToString(), StringComparison.Ordinal);
        File.Delete(known);
        Assert.Equal(2, Passwords.Run(["--known", known], new StringReader(password), output, error));
        File.Delete(words);
    }

    [Theory]
    [InlineData("Users", "users.json", "Keys")]
    [InlineData("Gateway:Secret", "short", "Gateway:Secret")]
    [InlineData("Gateway:Secret", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Gateway:Secret")]
    [InlineData("Token:Issuer", "https://bureau.example", "Token:Audience")]
    [InlineData("SecondFactor", "sometimes", "SecondFactor")]
    [InlineData("Known", "not-there.txt", "Known")]
    public void SettingsInPart_AreNamed(string name, string value, string missing)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Supervision:SignIn:" + name, value)]).Build();
        Assert.Contains("Supervision:SignIn:" + missing, Assert.Throws<InvalidOperationException>(() => SignInSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Officers_NeedASecondFactor_UnlessTheOperatorSaysOtherwise() =>
        Assert.Equal(SecondFactorFor.Officers, SignInSettings.Read(new ConfigurationBuilder().Build()).SecondFactor);

    [Fact]
    public void WhatAnybodyMayOpen_IsThisListAndNoMore()
    {
        var open = web.Services.Routes()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsFile(endpoint))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            "/ /certificate /draws /draws/{id} /draws/{id}/files/{name} /draws/{id}/results.csv /draws/{id}/results.json /draws/{id}/subject /draws/{id}/subject/proof.json /error /healthz/live /healthz/ready "
            + "/index /language/{name} /m /open-data /open-data/certificates.csv /open-data/certificates.json /open-data/draws.csv /open-data/draws.json /open-data/penalties.csv /open-data/penalties.json /open-data/plans.csv /open-data/plans.json /open-data/results.csv /open-data/results.json "
            + "/penalties /penalties/{**key} /plans /sign-in /sign-out /verify/words.json",
            string.Join(' ', open));
    }

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(metadata => metadata.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));
}
