using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Supervision.Web.Tests.Phone;

/// <summary>Each page of the phone in both languages: fits, is accessible, and breaks no content policy; the bundle is small and what the sources give.</summary>
public sealed partial class PhonePagesTests(WebFixture web)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task APage_FitsAndIsAccessible(string locale)
    {
        var task = (await new PhoneVisits(web).AddAsync("phone-page-" + locale, 1))[0];
        var page = await web.PageAsync(new() { Locale = locale, ViewportSize = new() { Width = 390, Height = 844 } });
        var faults = PhoneLook.Faults(page);
        await page.GotoAsync("/m/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(locale == "en" ? "Sign in" : "请登录");
        await PhoneLook.AtAsync(page, "out", locale);
        await WebFixture.SignInAsync(page, "inspector", "/sign-in?back=/m/");
        await Assertions.Expect(page.Locator($"a[href='#/visit/{task.Id}']")).ToBeVisibleAsync();
        await PhoneLook.AtAsync(page, "list", locale);
        await PhoneVisits.OpenAsync(page, task);
        await page.Locator("#code").FillAsync("another");
        await page.Locator("#code").PressAsync("Enter");
        await Assertions.Expect(page.Locator("form [role=alert]:not(:empty)")).ToBeVisibleAsync();
        await PhoneLook.AtAsync(page, "scan", locale);
        await page.Locator("#code").FillAsync(task.SubjectId);
        await page.Locator("#code").PressAsync("Enter");
        await page.Locator("#point-2-NonConform").CheckAsync();
        await Assertions.Expect(page.Locator("#point-2-note")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("canvas.pad")).ToBeVisibleAsync();
        await page.Locator("summary").ClickAsync();
        await PhoneLook.AtAsync(page, "visit", locale);
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Assertions.Expect(page.Locator("#open")).ToBeInViewportAsync(); // what is not sent stays in sight
        await page.EvaluateAsync("location.hash = '#/queue'");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(locale == "en" ? "Not delivered yet" : "未送达的记录");
        await PhoneLook.AtAsync(page, "queue", locale);
        await page.EvaluateAsync("location.hash = '#/certificate'");
        await Assertions.Expect(page.Locator(".certificate svg path")).ToHaveCountAsync(1);
        await PhoneLook.AtAsync(page, "certificate", locale);
        await page.EvaluateAsync("location.hash = '#/open'");
        await Assertions.Expect(page.Locator("#item")).ToBeVisibleAsync();
        await PhoneLook.AtAsync(page, "open", locale);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    // Law: the judge of targets finds one that is too small.
    [Fact]
    public async Task ATarget_TooSmallForAThumb_IsFound()
    {
        var page = await web.PageAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync("/m/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("请登录");
        await page.EvaluateAsync("document.getElementById('main').append(Object.assign(document.createElement('a'), { href: '#/', textContent: '小' }))");
        Assert.Contains("小", Assert.Single(await PhoneLook.SmallAsync(page)), StringComparison.Ordinal);
        await page.Context.CloseAsync();
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

    // What opens the phone; the codes are loaded by who shows or reads one.
    [Fact]
    public void TheBundle_IsSmall()
    {
        var folder = Path.Combine(Required.Root, "src", "Hosts", "Supervision.Web", "wwwroot", "m");
        var files = Directory.GetFiles(folder)
            .ToDictionary(path => Path.GetFileName(path), path => Packed(File.ReadAllBytes(path)), StringComparer.Ordinal);
        string[] first = ["index.html", "phone.js", "phone.css", "sw.js", "manifest.webmanifest", "icon.svg", .. Imported(File.ReadAllText(Path.Combine(folder, "phone.js")))];
        Assert.InRange(first.Sum(name => files[name]), 1_000, 25_000);
        Assert.InRange(files.Values.Sum(), 1_000, 50_000);

        static IEnumerable<string> Imported(string script) => StaticImport().Matches(script).Select(match => match.Groups[1].Value);
        static long Packed(byte[] bytes)
        {
            using var all = new MemoryStream();
            using (var packed = new GZipStream(all, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                packed.Write(bytes);
            }

            return all.Length;
        }
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

    [GeneratedRegex("(?:^|;)import(?:[^;(\"]*from)?\"\\./([^\"]+)\"")]
    private static partial Regex StaticImport();

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
