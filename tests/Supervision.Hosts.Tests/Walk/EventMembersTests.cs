using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

/// <summary>The events of the walk have the members of the page; those of the seed day are held by its own test.</summary>
public sealed class EventMembersTests : IDisposable
{
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
}
