using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: whoever types what a page says is understood. Each line of a shell block that begins with the program is parsed by its own parser: a command that
// was renamed, an option that was misspelt or a word that is missing fails. That they do what is said is tested page by page (SeedDayTests, the guides of rules).
public sealed class DocumentedCommandsTests
{
    [Fact]
    public void Commands_OfEveryPage_AreUnderstood()
    {
        var pages = Directory.EnumerateFiles(SharedData.InRepository("docs"), "*.md", SearchOption.AllDirectories)
            .Append(SharedData.InRepository("README.md")).Append(SharedData.InRepository("README.zh-CN.md")).ToList();
        var commands = pages.SelectMany(path => GuideText.Commands(File.ReadAllText(path)).Select(command => (Page: Path.GetFileName(path), Command: command))).ToList();
        Assert.True(commands.Count > 60, $"{commands.Count} commands");
        var faults = commands.Select(one => $"{one.Page}: {one.Command}: {Fault(one.Command)}").Where(line => !line.EndsWith(": ", StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', faults));
    }

    [Theory]
    [InlineData("supervision sweep", false)]
    [InlineData("supervision event report G-1 GridEvent 公路 --from a --to b   # a remark", false)]
    [InlineData("supervision sweeep", true)]
    [InlineData("supervision event report G-1 GridEvent 公路 --form a --to b", true)]
    [InlineData("supervision case timeline", true)]
    public void Fault_OfACommandThatIsNoneOfOurs_IsSaid(string command, bool isWrong) => Assert.Equal(isWrong, Fault(command).Length > 0);

    [Fact]
    public void Commands_OfABlock_AreJoinedWhereALineGoesOn() => Assert.Equal(
        ["supervision case do a serve --on 2026-01-01", "supervision sweep", "supervision walk"],
        GuideText.Commands("```bash\ncd x\nsupervision case do a serve \\\n  --on 2026-01-01 && supervision sweep\ndotnet run --project src/Hosts/Supervision.Console -c Release -- walk\n```\n```text\nsupervision no\n```\n"));

    private static string Fault(string command)
    {
        var environment = new CliEnvironment(
            TextWriter.Null, TextWriter.Null, false, false, _ => null, TimeProvider.System, StorageChoice.ByName, In: TextReader.Null);
        var root = Cli.Build(new Texts(CultureInfo.GetCultureInfo("en")), environment);
        return string.Join("; ", root.Parse(GuideText.Words(command).Skip(1).ToArray()).Errors.Select(error => error.Message)
            .Where(message => !message.Contains("not exist", StringComparison.Ordinal)));      // the reader's own files are not here
    }
}
