using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Console.Shell;

namespace Supervision.Hosts.Tests.Support;

/// <summary>
/// Runs a script of docs/guides line by line in process, as a shell would. What a line promises in a remark at its end is held: <c># state Closed, due 2019-08-05T13:12</c>
/// are members of what the command answers, <c># refused SUP7016</c> the code with which a line that begins with "!" is refused.
/// </summary>
internal sealed partial class ScriptRun(ConsoleRun console, string folder)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>How many remarks were held, so that a script without any is seen.</summary>
    public int Held { get; private set; }

    /// <summary>Told of each command that ran.</summary>
    public Action<IReadOnlyList<string>>? Ran { get; init; }

    public async Task RunAsync(string script)
    {
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, script), TestContext.Current.CancellationToken))
        {
            await LineAsync(line);
        }
    }

    private async Task LineAsync(string line)
    {
        if (line.StartsWith('#') || line.Length == 0 || line.StartsWith("set ", StringComparison.Ordinal) || line.StartsWith("mkdir ", StringComparison.Ordinal))
        {
            return;
        }

        var words = line.Replace("export ", "", StringComparison.Ordinal).Split(' ');
        if (words[0] == "source")
        {
            await RunAsync(words[1]);
        }
        else if (words[0].Split('=') is [var name, _])
        {
            var value = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"');
            console.Variables[name] = _variables[name] = value;
        }
        else
        {
            await CommandAsync(line);
        }
    }

    private async Task CommandAsync(string line)
    {
        var (command, remark) = line.Split(" # ") is [var before, var after] ? (before, after) : (line, "");
        var isRefused = command.StartsWith("! ", StringComparison.Ordinal);
        var words = command.Split(' ').Skip(isRefused ? 1 : 0).ToList();
        Assert.Equal("supervision", words[0]);
        List<string> args = [.. words.Skip(1).SelectMany(Expand).Select(Place)];
        var promises = Promise().Matches(remark).Select(match => (Name: match.Groups["name"].Value, Value: match.Groups["value"].Value)).ToList();
        Assert.Equal(remark, string.Join(", ", promises.Select(promise => $"{promise.Name} {promise.Value}")));
        Held += promises.Count;
        if (isRefused)
        {
            Assert.NotEqual(ExitCode.Ok, await console.RunAsync([.. args]));
            var (said, code) = Assert.Single(promises);
            Assert.Equal("refused", said);
            Assert.True(("\n" + console.Error).Contains($"\n{code}: ", StringComparison.Ordinal), $"{line}\n{console.Error}");
            return;
        }

        Assert.True(await console.RunAsync([.. args, .. promises.Count > 0 ? ["--json"] : Array.Empty<string>()]) == ExitCode.Ok, $"{line}\n{console.Error}");
        Ran?.Invoke(args);
        if (promises.Count > 0)
        {
            var answer = JsonDocument.Parse(console.Out).RootElement;
            Assert.Equal((line, remark), (line, string.Join(", ", promises.Select(promise => $"{promise.Name} {Told(answer, promise.Name)}"))));
        }
    }

    private static string Told(JsonElement answer, string name) =>
        !answer.TryGetProperty(name, out var value) ? "-" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private string[] Expand(string word) => word.StartsWith('$') ? _variables[word[1..]].Split(' ') : [word];

    // What the script names by a path of its folder lies in the folder of the run here; what it reads lies beside the script.
    private string Place(string word) =>
        word.EndsWith(".db", StringComparison.Ordinal) || word.StartsWith("out/", StringComparison.Ordinal) ? console.PathOf(word)
        : word.StartsWith("../", StringComparison.Ordinal) || word.EndsWith(".json", StringComparison.Ordinal) || word.EndsWith(".csv", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(folder, word))
        : word;

    [GeneratedRegex(@"(?<name>[A-Za-z]+) (?<value>[^ ,]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Promise();
}
