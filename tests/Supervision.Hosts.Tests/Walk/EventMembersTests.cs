using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

/// <summary>
/// The events of the walk have the members that docs/reference/event-members.md lists: consumers outside read them by name.
/// SUPERVISION_APPROVE=1 rewrites the page; a member that goes is a break (docs/reference/stability.md).
/// </summary>
public sealed class EventMembersTests : IDisposable
{
    private const string Head =
        """
        # Members of events

        What `data` of an event holds, by its type, in the main job. A member is added, never removed or given another meaning
        ([stability](stability.md)); read those you know. How events arrive is in [events](events.md). A test writes this page.

        | Type | Members |
        | --- | --- |

        """;

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

        var actual = Head + Table((await File.ReadAllLinesAsync(_console.PathOf("events.jsonl"), TestContext.Current.CancellationToken)).Skip(1));
        var page = Path.Combine(SharedData.InRepository("docs", "reference"), "event-members.md");
        if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(page, actual, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), actual, ignoreLineEndingDifferences: true);
    }

    // The offender: one event lost a member, in only one of its two forms.
    [Fact]
    public void Table_GivenAnEventWithoutAMember_ShowsItAsOptionalAndThenNotAtAll()
    {
        const string Both = """{"type":"a.b","payload":"{\"x\":1,\"y\":\"2\"}"}""";
        const string One = """{"type":"a.b","payload":"{\"x\":1}"}""";
        Assert.Equal("| `a.b` | `x` number, `y` string |\n", Table([Both]));
        Assert.Equal("| `a.b` | `x` number, `y` string, optional |\n", Table([Both, One]));
        Assert.Equal("| `a.b` | `x` number |\n", Table([One]));
    }

    private static string Table(IEnumerable<string> lines)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var members = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            using var entry = JsonDocument.Parse(line);
            if (!entry.RootElement.TryGetProperty("type", out var type) || !entry.RootElement.TryGetProperty("payload", out var payload))
            {
                continue;
            }

            var name = type.GetString()!;
            counts[name] = counts.GetValueOrDefault(name) + 1;
            var known = members.TryGetValue(name, out var found) ? found : members[name] = new(StringComparer.Ordinal);
            using var data = JsonDocument.Parse(payload.GetString()!);
            foreach (var member in data.RootElement.EnumerateObject())
            {
                var text = $"`{member.Name}` {Kind(member.Value.ValueKind)}";
                known[text] = known.GetValueOrDefault(text) + 1;
            }
        }

        return string.Concat(members.Select(type =>
            $"| `{type.Key}` | {string.Join(", ", type.Value.Select(member => member.Value < counts[type.Key] ? member.Key + ", optional" : member.Key))} |\n"));
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
