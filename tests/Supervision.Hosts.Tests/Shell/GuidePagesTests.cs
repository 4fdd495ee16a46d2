using System.Globalization;
using System.Text.Json.Nodes;
using Supervision.Console.Shell;
using Supervision.Documents;
using Supervision.Documents.Tests;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>Pages whose commands are typed in order by somebody who has what the page presupposes: each command succeeds.</summary>
public sealed class GuidePagesTests : IDisposable
{
    private const string Database = "guide.db";
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // 行政处罚法 art. 56, 60, 61, 64, 67, 72; 行政复议法 art. 20; 行政诉讼法 art. 46: the table of the page stands in the timeline.
    [Fact]
    public async Task PenaltyCase_TypedInOrder_EndsWithItsTable()
    {
        var page = await PageAsync("guides", "penalty-case.md");
        _console.Variables["SUPERVISION_CLOCK"] = "2026-02-09T09:00:00+08:00";
        await ImportAsync(SharedData.InRepository("docs", "guides", "seed-day"), "items catalogue.json", "officers officers.csv", "subjects subjects.csv");
        var commands = GuideText.Commands(page).Select(GuideText.Words).ToList();
        Assert.Equal(10, commands.Count);
        foreach (var words in commands)
        {
            if (words.IndexOf("--on") is > 0 and var at)
            {
                _console.Variables["SUPERVISION_CLOCK"] = words[at + 1] + "T09:00:00+08:00";
            }

            await TypeAsync(words);
        }

        foreach (var due in (string[])["2026-05-27", "2026-06-15", "2026-07-03", "2026-06-22", "2026-08-04", "2026-12-07"])
        {
            var day = DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Contains(day.ToString("d MMMM", CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
            Assert.Contains(due, _console.Out, StringComparison.Ordinal);
        }
    }

    // After a visit with faults: drafts, numbers, a receipt and the version for everybody.
    [Fact]
    public async Task Documents_TypedInOrder_ArePrinted()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-03-10T09:00:00+08:00";
        await ImportAsync(WalkFiles(), "items catalogue.json", "officers officers.csv", "subjects subjects.csv");
        await FaultyVisit.RecordAsync(_console, Database);
        _console.Variables["SUPERVISION_FONTS"] = Fonts.Path();
        _console.Write("decision.json", Facts());
        var commands = GuideText.Commands(await PageAsync("guides", "documents.md")).Select(GuideText.Words).ToList();
        Assert.Equal(5, commands.Count);
        foreach (var words in commands)
        {
            await TypeAsync([.. words.Select(word => Path.GetExtension(word) is ".pdf" or ".html" or ".json" ? _console.PathOf(word) : word)]);
        }

        foreach (var made in (string[])["draft.pdf", "order.html", "order.pdf", "public.pdf"])
        {
            Assert.True(new FileInfo(_console.PathOf(made)).Length > 1_000, made);
        }
    }

    // 浙江省公共信用信息管理条例 art. 31: an objection has one answer; the page shows both, NoticeStoryTests takes the other.
    [Fact]
    public async Task PointsAndRepair_TypedInOrder_GivesPointsBackAndTellsWhomItConcerns()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-03-10T09:00:00+08:00";
        await ImportAsync(WalkFiles(), "items catalogue.json", "officers officers.csv", "subjects subjects.csv");
        await FaultyVisit.RecordAsync(_console, Database);
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("person", "keys", _console.PathOf("keys.json")));
        _console.Variables["SUPERVISION_PERSON_KEYS"] = _console.PathOf("keys.json");
        _console.In = "11010519491231002X";
        await TypeAsync(["supervision", "access", "grant", "D1@330784", "CreditClerk"]);
        var commands = GuideText.Commands(await PageAsync("guides", "points-and-repair.md")).Select(GuideText.Words).ToList();
        Assert.Equal(20, commands.Count);
        foreach (var words in commands.Where(words => words is not [_, "notice", "annul", ..]))
        {
            await TypeAsync(words);
        }

        await TypeAsync(["supervision", "self-task", "show", "T-1", "--json"]);
        Assert.Contains("Verified", _console.Out, StringComparison.Ordinal);
    }

    // 行政处罚法 art. 25: another agency's case, in that agency's own system.
    [Fact]
    public async Task CasesElsewhere_TypedInOrder_ShowsTheHandedOverCase()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-02-10T09:00:00+08:00";
        await ImportAsync(SharedData.InRepository("docs", "guides", "seed-day"), "items catalogue.json", "officers officers.csv", "subjects subjects.csv");
        var systems = Directory.CreateDirectory(_console.PathOf("systems"));
        systems.CreateSubdirectory("ecology");
        var commands = GuideText.Commands(await PageAsync("guides", "cases-elsewhere.md")).Select(GuideText.Words).ToList();
        Assert.Equal(5, commands.Count);
        foreach (var words in commands)
        {
            await TypeAsync([.. words.Select(word => word == "systems" ? systems.FullName : word)]);
        }

        Assert.Contains("market-7.1", _console.Out, StringComparison.Ordinal);
    }

    // What the template of a decision asks for, each fact a word that may stand there.
    private static string Facts()
    {
        var template = DocumentTemplates.Shipped.Of(DocumentKind.Decision);
        return new JsonObject
        {
            ["values"] = new JsonObject(template.Fields.Where(field => field.IsRequired).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)"示例"))),
            ["lists"] = new JsonObject(),
        }.ToJsonString();
    }

    private string WalkFiles()
    {
        foreach (var file in (string[])["catalogue.json", "officers.csv", "subjects.csv"])
        {
            WalkData.CopyTo(_console.Folder, file);
        }

        return _console.Folder;
    }

    private static Task<string> PageAsync(params string[] parts) =>
        File.ReadAllTextAsync(SharedData.InRepository(["docs", .. parts]), TestContext.Current.CancellationToken);

    private async Task ImportAsync(string folder, params string[] files)
    {
        foreach (var file in files.Select(file => file.Split(' ')))
        {
            await TypeAsync(["supervision", "import", file[0], Path.Combine(folder, file[1])]);
        }
    }

    private async Task TypeAsync(List<string> words) => Assert.True(
        await _console.RunAsync([.. words.Skip(1), "--db", _console.PathOf(Database)]) == ExitCode.Ok, $"{string.Join(' ', words)}\n{_console.Error}\n{_console.Out}");
}
