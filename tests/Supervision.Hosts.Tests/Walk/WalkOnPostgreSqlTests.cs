using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

public sealed class WalkOnPostgreSqlTests(WalkFixture walk) : IClassFixture<WalkFixture>
{
    // Goal: the engine has no say in what is decided. Method: the same walk on both; draws, decisions and the journal's
    // root are equal. A second walk on the same database is refused by what is there.
    [Fact]
    public async Task Walk_OnAServer_DecidesAndJournalsTheSameAsInAFile()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        string[] line = ["walk", "--out", console.PathOf("walk"), "--seed", "lantern", "--json", "--db", PostgresServer.Shared.NewDatabase()];
        Assert.True(await console.RunAsync(line) == ExitCode.Ok, console.Error + console.Out);
        Assert.Equal(walk.Json, console.Out);

        Assert.Equal(ExitCode.Failed, await console.RunAsync(line));
        Assert.StartsWith("SUP4105", console.Error[console.Error.IndexOf("SUP", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
