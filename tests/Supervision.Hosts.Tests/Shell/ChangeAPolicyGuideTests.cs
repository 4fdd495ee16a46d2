using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>docs/guides/change-a-policy.md, block by block: every command succeeds, every edit finds its line.</summary>
public sealed partial class ChangeAPolicyGuideTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };
    private readonly GuideRun _guide;

    // The line of a diff that the next one replaces.
    private string _removed = "";

    public ChangeAPolicyGuideTests() => _guide = new(_console)
    {
        Own = new(StringComparer.Ordinal)
        {
            ["HASH"] = () => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Pack)))[..8],
            ["packs"] = () => _console.PathOf("packs"),
            ["before"] = () => _console.PathOf("before"),
        },
    };

    public void Dispose() => _console.Dispose();

    [Fact]
    [TypedPage("guides/change-a-policy.md")]
    public async Task EveryCommand_InOrder_Succeeds()
    {
        var guide = await File.ReadAllTextAsync(TypedPageAttribute.Current, TestContext.Current.CancellationToken);
        foreach (Match block in Block().Matches(guide))
        {
            foreach (var line in block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                await DoAsync(block.Groups["kind"].Value, line);
            }
        }

        Assert.Equal(16, _guide.Commands);
        Assert.Contains("2027.1", _console.Out, StringComparison.Ordinal);
        Assert.Contains("wang", _console.Out, StringComparison.Ordinal);
    }

    private string Pack => _console.PathOf("packs/my-credit-1.yaml");

    private async Task DoAsync(string kind, string line)
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
                await _guide.LineAsync(line);
                break;
        }
    }

    [GeneratedRegex("^```(?<kind>bash|diff|yaml)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
