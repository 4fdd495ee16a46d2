using System.Text.Json;
using Supervision.Console.Shell;

namespace Supervision.Hosts.Tests.Support;

/// <summary>
/// docs/reference/event-members.md: for each type of event the members that its data had, a table for each run that tests take. Consumers outside read
/// them by name. SUPERVISION_APPROVE=1 rewrites the table of a run; a member that goes is a break (docs/reference/stability.md).
/// </summary>
internal static class EventPage
{
    private const string Columns = "| Type | Members |\n| --- | --- |\n";
    private static readonly SemaphoreSlim s_turn = new(1, 1);

    /// <summary>What a story put into the journal of its database, of the nouns that it is about, has the members of its section.</summary>
    public static async Task HoldAsync(
        string section, ConsoleRun console, string database, string[] nouns, CancellationToken cancellationToken)
    {
        var journal = console.PathOf("story-events.jsonl");
        Assert.True(await console.RunAsync("journal", "export", "--db", console.PathOf(database), "--out", journal) == ExitCode.Ok, console.Error);
        await HoldAsync(section, journal, cancellationToken, nouns);
    }

    /// <summary>The events of an exported journal have the members of their section of the page.</summary>
    public static async Task HoldAsync(string section, string journal, CancellationToken cancellationToken, params string[] nouns)
    {
        var path = Path.Combine(SharedData.InRepository("docs", "reference"), "event-members.md");
        var wanted = $"\n{Columns}{Table((await File.ReadAllLinesAsync(journal, cancellationToken)).Skip(1), nouns)}";
        await s_turn.WaitAsync(cancellationToken);
        try
        {
            var page = (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n");
            var head = $"## {section}\n";
            var from = page.IndexOf(head, StringComparison.Ordinal) + head.Length;
            Assert.True(from >= head.Length, $"the page has no section '{section}'");
            var next = page.IndexOf("\n## ", from, StringComparison.Ordinal);
            var to = next < 0 ? page.Length : next;
            if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
            {
                await File.WriteAllTextAsync(path, page[..from] + wanted + page[to..], cancellationToken);
                return;
            }

            Assert.Equal(page[from..to], wanted);
        }
        finally
        {
            s_turn.Release();
        }
    }

    /// <summary>The rows of a section from the lines of a journal: all types, or those of some nouns.</summary>
    public static string Table(IEnumerable<string> lines, params string[] nouns)
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
            if (nouns.Length > 0 && !nouns.Contains(name[..name.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal))
            {
                continue;
            }

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
