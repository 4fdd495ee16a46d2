using System.Net;
using System.Security.Cryptography;
using Supervision.Web.Tests.Phone;

namespace Supervision.Web.Tests;

/// <summary>Pictures of a task: what their hash says, of the kinds that are allowed, for those who see the task; never shown as a page.</summary>
public sealed class EvidenceApiTests(WebFixture web)
{
    private static readonly byte[] s_picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task APicture_IsKeptOnce_AndComesBackAsADownload()
    {
        var path = await PathAsync("evidence-kept", s_picture);
        using var officer = await ClientAsync("inspector");
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(officer, path, s_picture));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(officer, path, s_picture));
        var back = await officer.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(s_picture, await back.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", back.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("sandbox", back.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var stranger = await ClientAsync("planner");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task WhatIsNoPicture_OrAnother_OrTooLarge_OrOfAStranger_IsNotTaken()
    {
        var page = "<html><script>alert(1)</script>"u8.ToArray();
        byte[] large = [.. s_picture, .. new byte[2 * 1024 * 1024]];
        using var officer = await ClientAsync("inspector");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync(officer, await PathAsync("evidence-page", page), page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync(officer, await PathAsync("evidence-hash", page), s_picture));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PutAsync(officer, await PathAsync("evidence-large", large), large));
        using var stranger = await ClientAsync("case-officer");
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(stranger, await PathAsync("evidence-foreign", s_picture), s_picture));
    }

    private async Task<string> PathAsync(string prefix, byte[] picture)
    {
        var task = (await new PhoneVisits(web).AddAsync(prefix, 1))[0];
        return $"/api/tasks/{task.Id}/evidence/{Convert.ToHexStringLower(SHA256.HashData(picture))}";
    }

    private async Task<HttpClient> ClientAsync(string name)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = web.Address };
        await SignInTests.SignInAsync(client, name, Demo.DemoUsers.Password);
        return client;
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string path, byte[] picture)
    {
        using var content = new ByteArrayContent(picture);
        return (await client.PutAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken)).StatusCode;
    }
}
