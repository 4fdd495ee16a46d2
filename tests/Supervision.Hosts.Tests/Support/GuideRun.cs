using System.Text.RegularExpressions;
using Supervision.Console.Shell;

namespace Supervision.Hosts.Tests.Support;

/// <summary>
/// Runs the shell blocks of a guide in process, in order: commands of the program and exports. A command that ends in "# SUP1234" is to be refused with
/// that code. Names of files in the folder of the console stand for those.
/// </summary>
internal static partial class GuideRun
{
    /// <summary>Runs all blocks; the number of commands that were run.</summary>
    public static async Task<int> RunAsync(ConsoleRun console, string page)
    {
        var commands = 0;
        foreach (var line in GuideText.Lines(await File.ReadAllTextAsync(SharedData.InRepository("docs", "guides", page), TestContext.Current.CancellationToken)))
        {
            if (Export().Match(line) is { Success: true } export)
            {
                console.Variables[export.Groups["name"].Value] = export.Groups["value"].Value;
                continue;
            }

            var words = GuideText.Words(line);
            Assert.Equal("supervision", words[0]);
            string[] args = [.. words.Skip(1).Select(word => File.Exists(console.PathOf(word)) ? console.PathOf(word) : word), "--db", console.PathOf("city.db")];
            var code = await console.RunAsync(args);
            if (Refused().Match(line) is { Success: true } refused)
            {
                Assert.True(code != ExitCode.Ok, $"{line}\nis to be refused\n{console.Out}");
                Assert.Contains($"{refused.Groups["code"].Value}: ", console.Error, StringComparison.Ordinal);
            }
            else
            {
                Assert.True(code == ExitCode.Ok, $"{line}\n{console.Error}\n{console.Out}");
            }

            commands++;
        }

        return commands;
    }

    [GeneratedRegex("^export (?<name>[A-Z_]+)=(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Export();

    [GeneratedRegex("# (?<code>SUP[0-9]{4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Refused();
}
