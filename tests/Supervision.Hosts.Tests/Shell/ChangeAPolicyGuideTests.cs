using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>docs/guides/change-a-policy.md, block by block: every command succeeds, every edit finds its line.</summary>
public sealed partial class ChangeAPolicyGuideTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    // The line of a diff that the next one replaces.
    private string _removed = "";

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task EveryCommand_InOrder_Succeeds()
    {
        var guide = await File.ReadAllTextAsync(SharedData.InRepository("docs", "guides", "change-a-policy.md"), TestContext.Current.CancellationToken);
        var commands = 0;
        foreach (Match block in Block().Matches(guide))
        {
            foreach (var line in block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                commands += await DoAsync(block.Groups["kind"].Value, line);
            }
        }

        Assert.True(commands >= 15, $"only {commands} commands found");
        Assert.Contains("2027.1", _console.Out, StringComparison.Ordinal);
        Assert.Contains("wang", _console.Out, StringComparison.Ordinal);
    }

    private string Pack => _console.PathOf("packs/my-credit-1.yaml");

    private async Task<int> DoAsync(string kind, string line)
    {
        switch (kind)
        {
            case "diff" when line[0] == '-':
                _removed = line[1..];
                break;
            case "diff":
                var text = await File.ReadAllTextAsync(Pack);
                Assert.Single(Regex.Matches(text, $"^{Regex.Escape(_removed)}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));
                await File.WriteAllTextAsync(Pack, text.Replace(_removed, line[1..], StringComparison.Ordinal));
                break;
            case "yaml":
                var pack = await File.ReadAllTextAsync(Pack);
                await File.WriteAllTextAsync(Pack, $"{pack.TrimEnd('\n')}\n{line}\n");
                break;
            case "bash" when line == "cp -r packs before":
                Directory.CreateDirectory(_console.PathOf("before"));
                foreach (var file in Directory.GetFiles(_console.PathOf("packs")))
                {
                    File.Copy(file, Path.Combine(_console.PathOf("before"), Path.GetFileName(file)));
                }

                break;
            default:
                var code = await _console.RunAsync([.. line.Split(' ').Skip(1).Select(Argument)]);
                Assert.True(code == ExitCode.Ok, $"{line}: {code}\n{_console.Out}\n{_console.Error}");
                return 1;
        }

        return 0;
    }

    private string Argument(string word) => word switch
    {
        "HASH" => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Pack)))[..8],
        "bureau.db" or "packs" or "before" => _console.PathOf(word),
        _ when word.StartsWith("packs/", StringComparison.Ordinal) => _console.PathOf(word),
        _ => word,
    };

    [GeneratedRegex("^```(?<kind>bash|diff|yaml)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
