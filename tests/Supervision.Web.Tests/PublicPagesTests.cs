using System.Net;
using System.Text.Json;

namespace Supervision.Web.Tests;

/// <summary>What the public gets without a browser: pages, files, open data.</summary>
[Collection("published draws change")]
public sealed class PublicPagesTests(WebFixture web)
{
    private static readonly string[] s_pages = ["/", "/plans", "/draws", "/draws/market-2026-1", "/open-data", "/nothing-here"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        using var client = web.Client();
        foreach (var page in (string[])[.. s_pages, "/css/site.css", "/draws/market-2026-1/files/frame.csv", "/open-data/draws.json"])
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
            Assert.Equal(
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    // A page for everybody weighs at most 30 KB.
    [Fact]
    public async Task EveryPage_IsLight()
    {
        using var client = web.Client();
        foreach (var page in s_pages)
        {
            Assert.InRange((await client.GetStringAsync(page == "/nothing-here" ? "/" : page, Cancellation)).Length, 500, 30_000);
        }
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN", "抽查结果")]
    [InlineData("en-GB,en;q=0.9", "en", "Draws")]
    [InlineData("fr", "zh-CN", "抽查结果")]
    public async Task APage_SpeaksTheReadersLanguage(string asked, string given, string title)
    {
        using var client = web.Client();
        client.DefaultRequestHeaders.Add("Accept-Language", asked);
        var page = await client.GetStringAsync("/draws", Cancellation);
        Assert.Contains($"<html lang=\"{given}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language/en?back=/draws", "/draws")]
    [InlineData("/language/en?back=https://elsewhere.example/", "/")]
    [InlineData("/language/en?back=//elsewhere.example", "/")]
    [InlineData("/language/en?back=/%5Celsewhere.example", "/")]
    [InlineData("/language/en", "/")]
    public async Task TheLanguageLink_GoesBackToThisSiteOnly(string link, string target)
    {
        using var client = web.Client();
        using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task AFile_IsThePublishedOneByteForByte()
    {
        using var client = web.Client();
        foreach (var name in (string[])["announcement.txt", "frame.csv", "selection.json", "matching.json"])
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(web.Published, "market-2026-1", name), Cancellation),
                await client.GetByteArrayAsync($"/draws/market-2026-1/files/{name}", Cancellation));
        }
    }

    // The database lies beside the public files on purpose here: nothing but the published names is ever served.
    [Theory]
    [InlineData("/draws/market-2026-1/files/..%2Fwalk.db")]
    [InlineData("/draws/market-2026-1/files/walk.db")]
    [InlineData("/draws/..%2F..%2Fetc/files/announcement.txt")]
    [InlineData("/draws/%2e%2e/files/walk.db")]
    [InlineData("/draws/market-2026-9/files/frame.csv")]
    [InlineData("/draws/market-2026-9")]
    [InlineData("/walk.db")]
    public async Task WhatIsNotPublished_IsNotFound(string path)
    {
        using var client = web.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task OpenData_IsTheSameInBothForms()
    {
        using var client = web.Client();
        using var json = JsonDocument.Parse(await client.GetStringAsync("/open-data/draws.json", Cancellation));
        var lines = (await client.GetStringAsync("/open-data/draws.csv", Cancellation)).TrimEnd('\n').Split('\n');
        Assert.Equal(lines.Length - 1, json.RootElement.GetArrayLength());
        Assert.Equal(
            lines.Skip(1).Select(line => line.Split(',')[0]),
            json.RootElement.EnumerateArray().Select(draw => draw.GetProperty("draw").GetString()!));
        Assert.Equal(lines[0].Split(','), json.RootElement[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Health_IsReady()
    {
        using var client = web.Client();
        Assert.Equal("Healthy", await client.GetStringAsync("/healthz/live", Cancellation));
        Assert.Equal("Healthy", await client.GetStringAsync("/healthz/ready", Cancellation));
    }

    // Names of people and businesses stay in the database; the public sees ids.
    [Fact]
    public async Task APage_NamesNobody()
    {
        using var client = web.Client();
        var officers = await File.ReadAllLinesAsync(Path.Combine(web.Published, "officers.csv"), Cancellation);
        var at = Array.IndexOf(officers[0].Split(','), "name");
        var pages = await Task.WhenAll(s_pages[..5].Select(page => client.GetStringAsync(page, Cancellation)));
        foreach (var name in officers.Skip(1).Select(line => line.Split(',')[at]))
        {
            Assert.All(pages, page => Assert.DoesNotContain(name, page, StringComparison.Ordinal));
        }
    }
}
