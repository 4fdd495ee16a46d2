using System.Globalization;
using System.Reflection;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: whoever types what a page says is understood, and gets what it says: each page with commands is typed by a test (TypedPageAttribute), which runs all of
// them; and each command that a sentence names is understood by the program's own parser.
public sealed class DocumentedCommandsTests
{
    // Pages below docs/ whose commands no test types, with the reason.
    private static readonly Dictionary<string, string> s_untyped = new(StringComparer.Ordinal)
    {
        ["guides/seed-cases/register.sh"] = "each of the five cases begins with it",
    };

    [Fact]
    public void Pages_WithCommands_AreAllTypedByATest()
    {
        var docs = SharedData.InRepository("docs");
        var pages = Directory.EnumerateFiles(docs, "*", SearchOption.AllDirectories).Where(HasCommands)
            .Select(path => Path.GetRelativePath(docs, path).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var typed = typeof(DocumentedCommandsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TypedPageAttribute>()).Select(page => page.Page).ToList();
        Assert.Equal(pages, typed.Concat(s_untyped.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Commands_OfEveryPage_AreUnderstood()
    {
        var pages = Directory.EnumerateFiles(SharedData.InRepository("docs"), "*.md", SearchOption.AllDirectories)
            .Append(SharedData.InRepository("README.md")).Append(SharedData.InRepository("README.zh-CN.md")).ToList();
        var typed = pages.SelectMany(path => GuideText.Commands(File.ReadAllText(path)).Select(command => (Path: path, Command: command, Fault: Fault(command)))).ToList();
        var named = pages.SelectMany(path => GuideText.Named(File.ReadAllText(path)).Select(command => (Path: path, Command: command, Fault: Fault(command, isWhole: false)))).ToList();
        Assert.True(typed.Count > 150 && named.Count > 20, $"{typed.Count} typed, {named.Count} named");
        var faults = typed.Concat(named).Where(one => one.Fault.Length > 0).Select(one => $"{Path.GetFileName(one.Path)}: {one.Command}: {one.Fault}");
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

    [Fact]
    public void Named_InASentence_IsACommandWithoutItsOptionsToo() => Assert.Equal(
        ["supervision verify FOLDER", "supervision completion pwsh", "supervision void"],
        GuideText.Named("`supervision verify FOLDER` and `supervision completion pwsh | Out-String`, `supervision NOUN VERB`, `supervision void`.\n```bash\nsupervision x\n```\n"));

    private static bool HasCommands(string path) => Path.GetExtension(path) switch
    {
        ".md" => GuideText.Commands(File.ReadAllText(path)).Any(),
        ".sh" => File.ReadLines(path).Any(line => line.StartsWith("supervision ", StringComparison.Ordinal)),
        _ => false,
    };

    // A sentence may name a command without what it needs.
    private static string Fault(string command, bool isWhole = true)
    {
        var environment = new CliEnvironment(
            TextWriter.Null, TextWriter.Null, false, false, _ => null, TimeProvider.System, StorageChoice.ByName, In: TextReader.Null);
        var root = Cli.Build(new Texts(CultureInfo.GetCultureInfo("en")), environment);
        return string.Join("; ", root.Parse(GuideText.Words(command).Skip(1).ToArray()).Errors.Select(error => error.Message)
            .Where(message => isWhole || !message.Contains("required", StringComparison.OrdinalIgnoreCase))
            .Where(message => !message.Contains("not exist", StringComparison.Ordinal)));      // the reader's own files are not here
    }
}
