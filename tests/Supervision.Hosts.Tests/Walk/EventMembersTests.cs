using System.Text.RegularExpressions;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

/// <summary>The events of the walk have the members of the page; those of the seed day are held by its own test.</summary>
public sealed partial class EventMembersTests : IDisposable
{
    // Documents are redacted where a person of theirs is erased, which the contract of that store tests; draws are published in the room of the
    // web host.
    private static readonly string[] s_unshown = ["document.redacted", "draw.published"];

    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Walk_EachEvent_HasTheMembersOfThePage()
    {
        foreach (var arguments in (string[][])
        [
            ["walk", "--seed", "events", "--db", _console.PathOf("events.db"), "--out", _console.PathOf("events")],
            ["journal", "export", "--db", _console.PathOf("events.db"), "--out", _console.PathOf("events.jsonl")],
        ])
        {
            Assert.True(await _console.RunAsync(arguments) == ExitCode.Ok, _console.Error);
        }

        await EventPage.HoldAsync("Main job", _console.PathOf("events.jsonl"), TestContext.Current.CancellationToken);
    }

    // Whoever adds a type of event says what is in it; what no story of the console comes to is named here with the reason.
    [Fact]
    public void Page_HasEveryTypeThatCoreRecords()
    {
        var recorded = Directory.EnumerateFiles(SharedData.InRepository("src", "Supervision.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Recorded().Matches(File.ReadAllText(file)).Select(match => match.Groups["type"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(recorded.Count > 30, $"the search finds {recorded.Count} types only");
        var shown = Shown().Matches(File.ReadAllText(SharedData.InRepository("docs", "reference", "event-members.md")))
            .Select(match => match.Groups["type"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(s_unshown, recorded.Except(shown, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    // The offender: one event lost a member, in only one of its two forms.
    [Fact]
    public void Table_GivenAnEventWithoutAMember_ShowsItAsOptionalAndThenNotAtAll()
    {
        const string Both = """{"type":"a.b","payload":"{\"x\":1,\"y\":\"2\"}"}""";
        const string One = """{"type":"a.b","payload":"{\"x\":1}"}""";
        Assert.Equal("| `a.b` | `x` number, `y` string |\n", EventPage.Table([Both]));
        Assert.Equal("| `a.b` | `x` number, `y` string, optional |\n", EventPage.Table([Both, One]));
        Assert.Equal("| `a.b` | `x` number |\n", EventPage.Table([One]));
    }

    [GeneratedRegex(@"JournalRecord\(\s*""(?<type>[a-z.-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Recorded();

    [GeneratedRegex(@"^\| `(?<type>[a-z.-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Shown();
}
