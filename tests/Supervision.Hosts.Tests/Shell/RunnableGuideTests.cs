using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: a guide whose blocks are marked "<!-- run -->" works as it stands: the blocks run in a shell, in order, in an empty folder, by the program itself.
public sealed partial class RunnableGuideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-guide-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [TypedPage("guides/publish-a-draw.md")]
    public async Task PublishADraw_AsItStands_EndsWithAVerifiedDraw()
    {
        var output = await RunAsync(Script(5), []);
        Assert.Contains("Verified: frame, seed and selection", output, StringComparison.Ordinal);
    }

    [Fact]
    [TypedPage("guides/move-to-postgresql.md")]
    public async Task MoveToPostgreSql_AsItStands_EndsWithTheSameRoot()
    {
        var script = Script(3);
        var database = PostgresServer.Shared.NewDatabase();
        var output = await RunAsync(script, new() { ["POSTGRES"] = database });
        var roots = Root().Matches(output).Select(match => match.Groups["root"].Value).ToList();
        Assert.Equal(4, roots.Count);
        Assert.Single(roots.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_OfAGuideWithABrokenCommand_Fails()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("supervision verify nowhere\necho went on\n", []));
        Assert.DoesNotContain("went on", failure.Message, StringComparison.Ordinal);
    }

    // What is not marked is no command of ours: the address of the reader's own server.
    private static string Script(int blocks)
    {
        var page = File.ReadAllText(TypedPageAttribute.Current).ReplaceLineEndings("\n");
        var found = Block().Matches(page).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal((blocks, ""), (found.Count, string.Join('\n', GuideText.Commands(Block().Replace(page, "")))));
        return string.Concat(found);
    }

    private async Task<string> RunAsync(string script, Dictionary<string, string> variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "supervision.dll");
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", $"supervision() {{ dotnet '{program}' \"$@\"; }}\n{script}"])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment.Remove("LC_ALL");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var output = new StringBuilder();
        shell.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        shell.BeginOutputReadLine();
        var error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return shell.ExitCode == 0 ? output + error : throw new InvalidOperationException($"exit {shell.ExitCode}\n{output}\n{error}");
    }

    [GeneratedRegex(@"^<!-- run -->\n```bash\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("root (?<root>[0-9a-f]{64})", RegexOptions.ExplicitCapture)]
    private static partial Regex Root();
}
