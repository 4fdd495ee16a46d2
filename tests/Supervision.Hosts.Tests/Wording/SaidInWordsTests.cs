using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Hosts.Tests.Walk;

namespace Supervision.Hosts.Tests.Wording;

/// <summary>What the walk left, shown to a reader of Chinese. The guides of the seed day and the seed cases are typed in Chinese too and hold the same.</summary>
public sealed class SaidInWordsTests(WalkFixture walk) : IClassFixture<WalkFixture>
{
    [Fact]
    public void Found_AnIdentifierInALine_IsNamed()
    {
        Assert.Equal(["ClueRegistered"], SaidInWords.Found("c-1\tClueRegistered\t案源登记"));
        Assert.Empty(SaidInWords.Found("c-1\t案源登记\tmarket-2026-1/Decision.pdf"));
        Assert.Empty(SaidInWords.Found("""{ "state": "ClueRegistered" }"""));
    }

    [Fact]
    public async Task Commands_OverTheWalk_SayEveryValueInWords()
    {
        using var console = new ConsoleRun { OnSqlite = true, Variables = { ["LANG"] = "zh_CN.UTF-8" } };
        foreach (var command in (string[])
        [
            "task list", "task list --state Closed", "show draw market-2026-1", "catalog list", $"show subject {WalkData.NoodleShop}", $"show subject {WalkData.TrainingCentre}",
            "case list", "warning list", "event list", "commitment list", "notice list", "self-task list", "access list", "calendar list", "rules list", "outbox list",
            "joint list", "audit visits --from 2026-01-01 --to 2026-12-31", "indicators --from 2026-01-01 --to 2026-12-31", "lists grounds", $"lists of {WalkData.NoodleShop}", "task show commitment.C-2026-1", "commitment show C-2026-1", "notice show N-catering-2026-1-00002",
        ])
        {
            var code = await console.RunAsync([.. command.Split(' '), "--db", Path.Combine(walk.Folder, "walk.db")]);
            Assert.True(code is ExitCode.Ok or ExitCode.ProblemsFound, command + console.Error);
            SaidInWords.Hold(console, command);
        }
    }
}
