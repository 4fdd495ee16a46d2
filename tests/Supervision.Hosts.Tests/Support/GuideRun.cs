using System.Text.Json;
using System.Text.RegularExpressions;
using Supervision.Console.Shell;

namespace Supervision.Hosts.Tests.Support;

/// <summary>
/// Types the commands of a page or a script of docs/, in order and in process, as a shell would. A command with the remark <c># SUP3156 …</c>, or one that begins
/// with "!", is to be refused with that code; every other succeeds. In a script any other remark, <c># state Closed, due 2019-08-05T13:12</c>, promises members of
/// what the command answers, and is held too.
/// </summary>
internal sealed partial class GuideRun(ConsoleRun console, string database = "guide.db")
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _passedOver = new(StringComparer.Ordinal);
    private string? _scripts;

    /// <summary>What a reader puts where the page says HASH or FOLDER.</summary>
    public Dictionary<string, Func<string>> Own { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What happens between the lines of the page, before a command: the clock goes on, somebody makes a visit.</summary>
    public Func<string, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Told of each command that was run.</summary>
    public Action<string> After { get; init; } = _ => { };

    /// <summary>Commands, by their beginning, that are the other of two ways and whose test is elsewhere.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Commands, by their beginning, that find something and say so by their exit code.</summary>
    public IReadOnlyList<string> Finding { get; init; } = [];

    /// <summary>How many commands were run.</summary>
    public int Commands { get; private set; }

    /// <summary>How many promises of remarks were held.</summary>
    public int Held { get; private set; }

    /// <summary>Types the page of the running test (<see cref="TypedPageAttribute"/>) to its end.</summary>
    public async Task RunAsync()
    {
        await FileAsync(TypedPageAttribute.Current);
        Assert.Equal(PassedOver, PassedOver.Where(_passedOver.Contains));
    }

    /// <summary>Types one line of a shell.</summary>
    public async Task LineAsync(string line)
    {
        var (typed, remark) = Remark().Match(line) is { Success: true } found ? (line[..found.Index], found.Groups["text"].Value) : (line, "");
        if (Assignment().Match(typed) is { Success: true } assigned)
        {
            var value = assigned.Groups["value"].Value;
            console.Variables[assigned.Groups["name"].Value] = _variables[assigned.Groups["name"].Value] = Own.TryGetValue(value, out var own) ? own() : value;
        }
        else if (typed.StartsWith("source ", StringComparison.Ordinal))
        {
            await FileAsync(Path.Combine(_scripts!, typed["source ".Length..]));
        }
        else if (typed.Length > 0 && !typed.StartsWith("set ", StringComparison.Ordinal) && !typed.StartsWith("mkdir ", StringComparison.Ordinal))
        {
            foreach (var command in typed.Split(" && "))
            {
                await CommandAsync(command, remark, line);
            }
        }
    }

    private async Task FileAsync(string path)
    {
        var isScript = path.EndsWith(".sh", StringComparison.Ordinal);
        _scripts = isScript ? Path.GetDirectoryName(path) : null;
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        foreach (var line in isScript ? text.ReplaceLineEndings("\n").Split('\n') : GuideText.Lines(text))
        {
            await LineAsync(line);
        }
    }

    private async Task CommandAsync(string command, string remark, string line)
    {
        var words = GuideText.Words(command);
        var isRefused = words[0] == "!";
        words.RemoveRange(0, isRefused ? 1 : 0);
        Assert.True(words[0] == "supervision", $"{line}\nis no command");
        var plain = string.Join(' ', words.Skip(1));
        if (PassedOver.FirstOrDefault(begin => plain.StartsWith(begin, StringComparison.Ordinal)) is { } passed)
        {
            _passedOver.Add(passed);
            return;
        }

        await Before(plain);
        var refusal = Refused().Match(remark);
        Assert.True(!isRefused || refusal.Success, $"{line}\ndoes not say with which code it is refused");
        var promises = _scripts is null || refusal.Success ? [] : Promises(remark);
        var code = await console.RunAsync([.. Arguments(words), .. promises.Count > 0 ? ["--json"] : Array.Empty<string>()]);
        if (refusal.Success)
        {
            Assert.True(code != ExitCode.Ok, $"{line}\nis to be refused\n{console.Out}");
            Assert.True($"\n{console.Error}".Contains($"\n{refusal.Groups["code"].Value}: ", StringComparison.Ordinal), $"{line}\n{console.Error}");
            Held++;
        }
        else
        {
            var expected = Finding.Any(begin => plain.StartsWith(begin, StringComparison.Ordinal)) ? ExitCode.ProblemsFound : ExitCode.Ok;
            Assert.True(code == expected, $"{line}\n{code}\n{console.Error}\n{console.Out}");
            Hold(promises, remark, line);
        }

        SaidInWords.Hold(console, plain);
        Commands++;
        After(plain);
    }

    private void Hold(List<(string Name, string Value)> promises, string remark, string line)
    {
        if (promises.Count > 0)
        {
            var answer = JsonDocument.Parse(console.Out).RootElement;
            Assert.Equal((line, remark), (line, string.Join(", ", promises.Select(promise => $"{promise.Name} {Told(answer, promise.Name)}"))));
            Held += promises.Count;
        }
    }

    private static List<(string Name, string Value)> Promises(string remark)
    {
        var promises = Promise().Matches(remark).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)).ToList();
        Assert.Equal(remark, string.Join(", ", promises.Select(promise => $"{promise.Item1} {promise.Item2}")));
        return promises;
    }

    private static string Told(JsonElement answer, string name) =>
        !answer.TryGetProperty(name, out var value) ? "-" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // The folder in which the reader types is the folder of the console here: the database and the draws that a command has by default lie there.
    private List<string> Arguments(List<string> words)
    {
        var arguments = new List<string>();
        foreach (var word in words.Skip(1).SelectMany(word => word.StartsWith('$') ? _variables[word[1..]].Split(' ') : [word]))
        {
            arguments.Add(Place(word, arguments.Count == 0 ? "" : arguments[^1]));
        }

        AddDefault("--db", database);
        if (arguments[0] is "announce" or "draw" or "unseal")
        {
            AddDefault("--out", "draws");
        }

        return arguments;

        void AddDefault(string option, string name)
        {
            if (!arguments.Contains(option))
            {
                arguments.AddRange(option, console.PathOf(name));
            }
        }
    }

    // What is made lies in the folder of the console; what is read lies there, beside the script, or in the repository.
    private string Place(string word, string before)
    {
        if (Own.TryGetValue(word, out var own))
        {
            return own();
        }

        if (before is "--out" or "--db")
        {
            return console.PathOf(word);
        }

        return word.AsSpan().IndexOfAny('.', '/') < 0 ? word
            : ((string?[])[_scripts, console.Folder, SharedData.InRepository()]).OfType<string>()
                .Select(folder => Path.GetFullPath(Path.Combine(folder, word))).FirstOrDefault(Path.Exists) ?? word;
    }

    [GeneratedRegex("(^|\\s+)#\\s+(?<text>.*)$|^#.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    [GeneratedRegex("^(export )?(?<name>[A-Z_]+)=\"?(?<value>[^\"]*)\"?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    [GeneratedRegex("^(refused )?(?<code>SUP[0-9]{4})\\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?<name>[A-Za-z]+) (?<value>[^ ,]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Promise();
}
