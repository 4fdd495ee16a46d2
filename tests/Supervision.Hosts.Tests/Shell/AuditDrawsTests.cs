using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class AuditDrawsTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    // A history in which one owner's businesses are never drawn.
    [Fact]
    public async Task AuditDraws_AGroupThatIsSpared_IsNamed()
    {
        await Write("history.csv", "draw,subject,cell,drawn", Enumerable.Range(0, 600).Select(i =>
            $"{i / 200},s{i % 200:000},all,{(i % 4 != 0 && i % 7 < 4 ? 1 : 0)}"));
        await Write("groups.csv", "id,owner", Enumerable.Range(0, 200).Select(i => $"s{i:000},{(i % 4 == 0 ? "friend" : "other")}"));
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync(
            "audit", "draws", File("history.csv"), "--groups", File("groups.csv"), "--json"));
        Assert.Contains("\"attribute\": \"owner\"", _console.Out, StringComparison.Ordinal);
        Assert.Contains("\"group\": \"friend\"", _console.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draw,subject,cell,drawn", "1,s1,all,yes", "SUP6001")]
    [InlineData("draw,subject,drawn", "1,s1,1", "SUP1053")]
    public async Task AuditDraws_AFileThatCannotBeUsed_SaysWhere(string header, string row, string code)
    {
        await Write("history.csv", header, [row]);
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("audit", "draws", File("history.csv")));
        Assert.Contains(code, _console.Error, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(_console.Folder, name);

    private Task Write(string name, string header, IEnumerable<string> rows) =>
        System.IO.File.WriteAllLinesAsync(File(name), [header, .. rows]);
}
