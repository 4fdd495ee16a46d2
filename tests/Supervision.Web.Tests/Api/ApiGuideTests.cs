using System.Diagnostics;
using System.Text.RegularExpressions;
using Supervision.Tests;

namespace Supervision.Web.Tests.Api;

/// <summary>docs/guides/use-the-api.md as it stands: the blocks marked "&lt;!-- run --&gt;" run in a shell, in order, in an empty folder, against the demonstration.</summary>
[Collection("published draws change")]
public sealed partial class ApiGuideTests(WebFixture web) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-api-guide-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task UseTheApi_AsItStands_EndsWithAPublishedDraw()
    {
        var blocks = Block().Matches((await File.ReadAllTextAsync(SharedData.InRepository("docs", "guides", "use-the-api.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"))
            .Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(8, blocks.Count);
        var output = await RunAsync(string.Concat(blocks));
        Assert.Contains("""{"id":"api-2026","itemCode":"33070100200100",""", output, StringComparison.Ordinal);
        Assert.Contains("\"isBusy\":false}", output, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"closed for good\"}", output, StringComparison.Ordinal);
        Assert.EndsWith("Healthy", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("/draws/api-2026-1\"", await web.Client().GetStringAsync("/draws", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfACallThatFails_Fails() =>
        Assert.DoesNotContain("went on", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("curl -sSf \"$API/api/me\"\necho went on\n"))).Message, StringComparison.Ordinal);

    private async Task<string> RunAsync(string script)
    {
        Assert.Equal(2, Required.CurlAndJq.Count);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["API"] = web.Address.ToString().TrimEnd('/');
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return shell.ExitCode == 0 ? output : throw new InvalidOperationException($"exit {shell.ExitCode}\n{output}\n{await error}");
    }

    [GeneratedRegex(@"^<!-- run -->\n```bash\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
