using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Supervision.Documents;
using Supervision.Documents.Tests;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>Guides whose commands are typed in order by somebody who has what the page presupposes: each command does what the page says.</summary>
public sealed partial class GuidePagesTests : IDisposable
{
    private const string Database = "guide.db";
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // 行政处罚法 art. 56, 60, 61, 64, 67, 72; 行政复议法 art. 20; 行政诉讼法 art. 46: the table of the page stands in the timeline.
    [Fact]
    [TypedPage("guides/penalty-case.md")]
    public async Task PenaltyCase_TypedInOrder_EndsWithItsTable()
    {
        At("2026-02-09");
        await _console.ImportAsync(Database, SharedData.InRepository("docs", "guides", "seed-day"));
        await TypeAsync(10, new(_console) { Before = GoOnAsync });
        var page = await File.ReadAllTextAsync(TypedPageAttribute.Current, TestContext.Current.CancellationToken);
        foreach (var due in (string[])["2026-05-27", "2026-06-15", "2026-07-03", "2026-06-22", "2026-08-04", "2026-12-07"])
        {
            var day = DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Contains(day.ToString("d MMMM", CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
            Assert.Contains(due, _console.Out, StringComparison.Ordinal);
        }

        Task GoOnAsync(string command)
        {
            if (command.Split(' ') is var words && Array.IndexOf(words, "--on") is > 0 and var at)
            {
                At(words[at + 1]);
            }

            return Task.CompletedTask;
        }
    }

    // After a visit with faults: drafts, numbers, a receipt and the version for everybody.
    [Fact]
    [TypedPage("guides/documents.md")]
    public async Task Documents_TypedInOrder_ArePrinted()
    {
        At("2026-03-10");
        await _console.ImportAsync(Database);
        await FaultyVisit.RecordAsync(_console, Database);
        _console.Write("decision.json", Facts());
        await TypeAsync(5, new(_console) { Own = new(StringComparer.Ordinal) { ["/path/to/a-chinese-font.ttf"] = Fonts.Path } });
        foreach (var made in (string[])["draft.pdf", "order.html", "order.pdf", "public.pdf"])
        {
            Assert.True(new FileInfo(_console.PathOf(made)).Length > 1_000, made);
        }
    }

    // 浙江省公共信用信息管理条例 art. 31: an objection has one answer; the page shows both, NoticeStoryTests takes the other.
    [Fact]
    [TypedPage("guides/points-and-repair.md")]
    public async Task PointsAndRepair_TypedInOrder_GivesPointsBackAndTellsWhomItConcerns()
    {
        At("2026-03-10");
        await _console.ImportAsync(Database);
        await FaultyVisit.RecordAsync(_console, Database);
        await _console.OkAsync("person", "keys", _console.PathOf("keys.json"));
        _console.Variables["SUPERVISION_PERSON_KEYS"] = _console.PathOf("keys.json");
        _console.In = "11010519491231002X";
        await _console.OkAsync("access", "grant", "D1@330784", "CreditClerk", "--db", _console.PathOf(Database));
        await TypeAsync(19, new(_console) { PassedOver = ["notice annul"] });
        await _console.OkAsync("self-task", "show", "T-1", "--json", "--db", _console.PathOf(Database));
        Assert.Contains("Verified", _console.Out, StringComparison.Ordinal);
    }

    // 行政处罚法 art. 25: another agency's case, in that agency's own system.
    [Fact]
    [TypedPage("guides/cases-elsewhere.md")]
    public async Task CasesElsewhere_TypedInOrder_ShowsTheHandedOverCase()
    {
        At("2026-02-10");
        await _console.ImportAsync(Database, SharedData.InRepository("docs", "guides", "seed-day"));
        var systems = Directory.CreateDirectory(_console.PathOf("systems"));
        systems.CreateSubdirectory("ecology");
        await TypeAsync(5, new(_console) { Own = new(StringComparer.Ordinal) { ["systems"] = () => systems.FullName } });
        Assert.Contains("market-7.1", _console.Out, StringComparison.Ordinal);
    }

    // 国办发〔2020〕42号; 行政许可法 art. 69: a promise that was broken and put right; the hash of the terms is read from what the application printed.
    [Fact]
    [TypedPage("guides/commitments.md")]
    public async Task Commitments_TypedInOrder_EndsWithTheEntryLifted()
    {
        At("2026-03-02");
        await _console.ImportAsync(Database);
        var terms = "";
        await TypeAsync(11, new(_console)
        {
            Own = new(StringComparer.Ordinal) { ["HASH"] = () => terms },
            Before = async command =>
            {
                terms = command.StartsWith("commitment sign", StringComparison.Ordinal) ? Hash().Match(_console.Out).Value : terms;
                if (command is "inspect visit.json" or "inspect recheck.json")
                {
                    var isRecheck = command == "inspect recheck.json";
                    At(isRecheck ? "2026-03-20" : "2026-03-10");
                    await VisitAsync(command["inspect ".Length..], "commitment.C-1", isRecheck ? ["1"] : ["1", "2", "3"], isRecheck ? null : "1");
                }
            },
        });
        await _console.OkAsync("lists", "show", "C-1.1", "--json", "--db", _console.PathOf(Database));
        Assert.Contains("Lifted", _console.Out, StringComparison.Ordinal);
    }

    // 浙江省综合行政执法条例: three agencies' plans, of which one check goes because the subject is left in peace, and one visit of two agencies on one form.
    [Fact]
    [TypedPage("guides/plan-merging.md")]
    public async Task PlanMerging_TypedInOrder_EndsWithEachAgencysOwnRecord()
    {
        At("2026-03-01");
        var blocks = Json().Matches(await File.ReadAllTextAsync(TypedPageAttribute.Current, TestContext.Current.CancellationToken));
        var (fire, rules) = (blocks[0].Groups["text"].Value, blocks[1].Groups["text"].Value);
        _console.Write("fire.json", fire);
        _console.Write("market.json", fire.Replace("\"fire\"", "\"market\"", StringComparison.Ordinal));
        _console.Write("culture.json", fire.Replace("\"fire\"", "\"culture\"", StringComparison.Ordinal).Replace("\"statutory\": true", "\"statutory\": false", StringComparison.Ordinal));
        _console.Write("rules.json", rules);
        await RegisterJointOfficeAsync(JsonNode.Parse(fire)!["lines"]![0]!["subjects"]![0]!.GetValue<string>());
        await TypeAsync(8, new(_console)
        {
            Before = async command =>
            {
                if (command.Contains("--answers", StringComparison.Ordinal))
                {
                    await _console.OkAsync("joint", "form", "joint-2026", "1", "--json", "--db", _console.PathOf(Database));
                    var points = JsonNode.Parse(_console.Out)!["lines"]!.AsArray().Select(line => line!["line"]!.GetValue<string>());
                    _console.Write("form.json", Visit("form", ["JH001", "JH002", "JH003", "JH004"], "91330782MA2E69DDX5", [.. points], null));
                }
            },
        });
        foreach (var file in (string[])["merged.json", "parts/fire.json", "parts/market.json"])
        {
            Assert.True(File.Exists(_console.PathOf(file)), file);
        }
    }

    // 行政处罚法 art. 41: from the signal to the disposal, the tip-off that is swept, and the grid's event to its end.
    [Fact]
    [TypedPage("guides/warnings-and-events.md")]
    public async Task WarningsAndEvents_TypedInOrder_EndsClosed()
    {
        var guide = new GuideRun(_console) { Own = { ["policies/event-categories.json"] = () => _console.PathOf("policies/event-categories.json") } };
        await TypeAsync(35, guide);
        Assert.Equal(2, guide.Held);
        await _console.OkAsync("event", "show", "G-1", "--json", "--db", _console.PathOf(Database));
        Assert.Contains("\"state\": \"Closed\"", _console.Out, StringComparison.Ordinal);
        await _console.OkAsync("warning", "show", "W-NH3N-1", "--json", "--db", _console.PathOf(Database));
        Assert.Contains("\"state\": \"Disposed\"", _console.Out, StringComparison.Ordinal);
        await _console.OkAsync("indicators", "transmission-effective", "--from", "2019-07-01", "--to", "2019-08-05", "--db", _console.PathOf(Database));
        Assert.Contains("86.11 % (62/72)", _console.Out, StringComparison.Ordinal);
    }

    private void At(string day) => _console.Variables["SUPERVISION_CLOCK"] = $"{day}T09:00:00+08:00";

    private static async Task TypeAsync(int commands, GuideRun guide)
    {
        await guide.RunAsync();
        Assert.Equal(commands, guide.Commands);
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

    private async Task VisitAsync(string file, string task, string[] points, string? fault)
    {
        await _console.OkAsync("task", "show", task, "--json", "--db", _console.PathOf(Database));
        var shown = JsonNode.Parse(_console.Out)!;
        string[] officers = [.. shown["officers"]!.AsArray().Select(officer => officer!.GetValue<string>())];
        _console.Write(file, Visit(task, officers, shown["subject"]!.GetValue<string>(), points, fault));
    }

    // The answers of one visit: all conform, or all but one, which is to be put right within two weeks.
    private string Visit(string task, string[] officers, string subject, string[] points, string? fault)
    {
        var at = _console.Variables["SUPERVISION_CLOCK"];
        JsonObject Answer(string point) => point == fault
            ? new()
            {
                ["point"] = point, ["result"] = "NonConform", ["note"] = "示例",
                ["evidence"] = new JsonArray(new JsonObject { ["sha256"] = new string('a', 64), ["takenAt"] = at, ["device"] = "d-2", ["location"] = "29.3,120.1" }),
            }
            : new() { ["point"] = point, ["result"] = "Conform" };
        var visit = new JsonObject
        {
            ["task"] = task,
            ["present"] = new JsonArray([.. officers.Select(officer => JsonValue.Create(officer))]),
            ["signedBy"] = new JsonArray([.. officers.Select(officer => JsonValue.Create(officer))]),
            ["signature"] = new JsonObject { ["signer"] = "当事人（示例）" },
            ["scan"] = new JsonObject { ["subjectCode"] = subject, ["at"] = at, ["device"] = "d-1" },
            ["answers"] = new JsonArray([.. points.Select(Answer)]),
        };
        if (fault is not null)
        {
            visit["rectifyBy"] = DateOnly.ParseExact(at[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return new JsonObject { ["inspections"] = new JsonArray(visit) }.ToJsonString();
    }

    // The walk's items, with the three agencies and the joint office of the page, and two officers of each agency that comes.
    private async Task RegisterJointOfficeAsync(string subject)
    {
        var catalogue = JsonNode.Parse(await File.ReadAllTextAsync(WalkData.CopyTo(_console.Folder, "catalogue.json"), TestContext.Current.CancellationToken))!;
        foreach (var agency in (string[])["fire", "market", "culture", "joint-office"])
        {
            catalogue["agencies"]!.AsArray().Add(new JsonObject { ["id"] = agency, ["name"] = agency, ["divisionCode"] = "330782", ["fields"] = new JsonArray("market") });
        }

        // Only simple checks are delegated: the points of the registration's checklist are all general here.
        foreach (var point in catalogue["checklists"]!.AsArray().Single(list => (string?)list!["id"] == "market-general")!["points"]!.AsArray())
        {
            point!["importance"] = "general";
        }

        _console.Write("catalogue.json", catalogue.ToJsonString());
        _console.Write("officers.csv", """
            id,name,agency,certificate,valid_from,valid_to,fields,suspended
            JH001,甲,fire,11072700101,2023-03-01,2031-02-28,market,false
            JH002,乙,fire,11072700102,2023-03-01,2031-02-28,market,false
            JH003,丙,market,11072700103,2023-03-01,2031-02-28,market,false
            JH004,丁,market,11072700104,2023-03-01,2031-02-28,market,false

            """);
        _console.Write("subjects.csv", $"""
            id,kind,name,uscc,operator,division,industry,categories,status,address,registered_on,risk_class
            {subject},enterprise,义乌市示例文化传媒有限公司（示例）,{subject},,330782,R87,culture,active,义乌市示例街9号,2018-01-01,B

            """);
        await _console.ImportAsync(Database, _console.Folder);
        await _console.OkAsync("access", "grant", "planner@joint-office", "Planner", "--db", _console.PathOf(Database));
        await _console.OkAsync("access", "grant", "head@joint-office", "Head", "--db", _console.PathOf(Database));
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("^```json\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Json();
}
