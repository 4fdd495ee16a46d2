using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Playwright;

namespace Supervision.Web.Tests.Phone;

/// <summary>Each page of the phone in both languages: fits, is accessible, and breaks no content policy; the bundle is small and what the sources give.</summary>
public sealed class PhonePagesTests(WebFixture web)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task APage_FitsAndIsAccessible(string locale)
    {
        var task = (await new PhoneVisits(web).AddAsync("phone-page-" + locale, 1))[0];
        foreach (var bypass in (bool[])[false, true]) // the checker is a script that the page itself would refuse
        {
            var page = await web.PageAsync(new() { Locale = locale, ViewportSize = new() { Width = 390, Height = 844 }, BypassCSP = bypass });
            var refused = new List<string>();
            page.Console += (_, message) =>
            {
                if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Permissions policy", StringComparison.OrdinalIgnoreCase))
                {
                    refused.Add(message.Text);
                }
            };
            await page.GotoAsync("/m/");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(locale == "en" ? "Sign in" : "请登录");
            await LookAsync(page, "out", locale, bypass);
            await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
            await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
            await LookAsync(page, "list", locale, bypass);
            await PhoneVisits.OpenAsync(page, task);
            await page.Locator("#point-2-NonConform").CheckAsync();
            await LookAsync(page, "visit", locale, bypass);
            await page.EvaluateAsync("location.hash = '#/queue'");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(locale == "en" ? "Not delivered yet" : "未送达的记录");
            await LookAsync(page, "queue", locale, bypass);
            Assert.Empty(refused);
            Assert.DoesNotContain('[', await page.Locator("#app").InnerTextAsync()); // a text that is missing
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task TheCamera_IsOpenBelowMOnly()
    {
        using var client = web.Client();
        Assert.Contains("camera=(self)", await PolicyAsync("/m/"), StringComparison.Ordinal);
        Assert.Contains("camera=()", await PolicyAsync("/"), StringComparison.Ordinal);
        Assert.Contains("camera=()", await PolicyAsync("/market"), StringComparison.Ordinal);

        async Task<string> PolicyAsync(string path) =>
            (await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Headers.GetValues("Permissions-Policy").Single();
    }

    [Fact]
    public void TheBundle_IsSmall()
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(Path.Combine(Required.Root, "src", "Hosts", "Supervision.Web", "wwwroot", "m")))
        {
            using var packed = new GZipStream(all, CompressionLevel.SmallestSize, leaveOpen: true);
            packed.Write(File.ReadAllBytes(file));
        }

        Assert.InRange(all.Length, 1_000, 25_000);
    }

    [Fact]
    public async Task TheCommittedBundle_IsWhatTheSourcesGive()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("supervision-m-").FullName, "m");
        var start = new ProcessStartInfo(Required.Node, [Path.Combine(Required.WebSources, "build.mjs"), folder]) { RedirectStandardError = true, UseShellExecute = false };
        using var build = Process.Start(start)!;
        var said = await build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, said);
        var committed = Path.Combine(Required.Root, "src", "Hosts", "Supervision.Web", "wwwroot", "m");
        Assert.Equal(Names(folder), Names(committed));
        Assert.All(Names(folder), name => Assert.True(
            File.ReadAllBytes(Path.Combine(folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(committed, name))),
            $"{name} is not what web/ gives: run npm ci and npm run build in web."));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static async Task LookAsync(IPage page, string name, string locale, bool isJudged)
    {
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (isJudged)
        {
            Assert.Empty(await Axe.ViolationsAsync(page));
        }
        else if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"m-{name}-390-{locale}.png"), FullPage = true });
        }
    }
}
