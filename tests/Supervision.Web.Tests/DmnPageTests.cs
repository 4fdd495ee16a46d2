using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Supervision.Web.Tests;

/// <summary>A DMN file is checked and shown without JavaScript; with it, it is drawn, and what was drawn is checked.</summary>
public sealed class DmnPageTests(WebFixture web)
{
    [Fact]
    public async Task ATable_IsCheckedWithoutJavaScript_AndItsGapHasACase()
    {
        var page = await web.SignedInAsync("author", new() { Locale = "en", JavaScriptEnabled = false });
        await page.GotoAsync("/bureau/rules/dmn");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("No gap, no overlap");
        var text = await page.Locator("#text").InputValueAsync();
        await page.Locator("#text").FillAsync(text.Replace("<text>-</text>", "<text>&lt; 50</text>", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".gaps")).ToContainTextAsync("no row for the case");
        await page.Locator("#text").FillAsync("<definitions/>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and show" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SUP51");
        await page.Context.CloseAsync();
    }

    // Loaded on demand only, its mark in sight; what it writes is a model that is read again.
    [Fact]
    public async Task ATable_IsDrawn_AndWhatWasDrawnIsRead()
    {
        var page = await web.SignedInAsync("author", new() { Locale = "en" });
        var refused = new List<string>();
        var loaded = new ConcurrentQueue<string>(); // requests go on while it is read
        page.Console += (_, message) => refused.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [message.Text] : []);
        page.Request += (_, request) => loaded.Enqueue(request.Url);
        await page.GotoAsync("/bureau/rules/dmn");
        Assert.DoesNotContain(loaded, url => url.Contains("/js/dmn/", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit as a drawing" }).ClickAsync();
        await Assertions.Expect(page.Locator("#dmn-editor").GetByRole(AriaRole.Link, new() { Name = "Powered by bpmn.io" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#dmn-editor")).ToContainTextAsync("综合分");
        if (Environment.GetEnvironmentVariable("SUPERVISION_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "dmn-drawn.png"), FullPage = true });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Check and show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".good")).ToContainTextAsync("No gap");
        Assert.Contains("20191111", await page.Locator("#text").InputValueAsync(), StringComparison.Ordinal); // as the drawing writes it: DMN 1.3
        Assert.Empty(refused);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheDrawing_SpeaksTheLanguageOfThePage_AndSaysWhenItCannotBeOpened()
    {
        var page = await web.SignedInAsync("author");
        await page.GotoAsync("/bureau/rules/dmn");
        await page.Locator("#dmn-draw").ClickAsync();
        await Assertions.Expect(page.Locator("#dmn-editor")).ToContainTextAsync("命中策略");
        Assert.DoesNotMatch("[A-Z][a-z]{3,}", await page.Locator("#dmn-editor").InnerTextAsync());
        await page.GotoAsync("/bureau/rules/dmn");
        await page.Locator("#text").FillAsync("<definitions");
        await page.Locator("#dmn-draw").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("图形未能打开");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheCommittedDrawing_IsWhatTheSourcesGive()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("supervision-dmn-").FullName, "dmn");
        var start = new ProcessStartInfo(Required.Node, [Path.Combine(Required.WebSources, "build-dmn.mjs"), folder]) { RedirectStandardError = true, UseShellExecute = false };
        using var build = Process.Start(start)!;
        var said = await build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, said);
        var committed = Path.Combine(Required.Root, "src", "Hosts", "Supervision.Web", "wwwroot", "js", "dmn");
        Assert.Equal(Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), Directory.GetFiles(committed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder), file => Assert.True(
            File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(committed, Path.GetFileName(file)))), $"{file} is not what web/ gives: run npm ci and npm run build in web."));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public async Task ThePage_FitsAndIsAccessible()
    {
        var page = await web.SignedInAsync("author");
        await Judge.FitsAndIsAccessibleAsync(page, "/bureau/rules/dmn");
        await page.Context.CloseAsync();
    }
}
