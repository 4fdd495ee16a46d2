using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

/// <summary>Pages of docs/reference whose commands are typed by somebody who has the files that they name: each command does what the page says.</summary>
public sealed class ReferencePagesTests : IDisposable
{
    private const string Database = "guide.db";
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Two draws of one plan, a history of honest draws made elsewhere, and the inspections of a year.
    [Fact]
    [TypedPage("reference/fair-draw-audit.md")]
    public async Task FairDrawAudit_TypedInOrder_FindsHonestDrawsHonest()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-03-10T09:00:00+08:00";
        await _console.ImportAsync(Database);
        await FaultyVisit.RecordAsync(_console, Database);
        await DoAsync("plan", "market-2026", "--item", "33070100200100", "--division", "330700");
        await DoAsync("draw", "market-2026", "--seed", "s", "--out", _console.PathOf("draws"));
        await DoAsync("next", "market-2026", "--seed", "s", "--out", _console.PathOf("draws"));
        _console.Write("history.csv", "draw,subject,cell,drawn\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"1,s{i:000},all,{(IsDrawn(i) ? 1 : 0)}\n")));
        _console.Write("groups.csv", "id,owner\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"s{i:000},{(i % 2 == 0 ? "one" : "other")}\n")));

        // By chance, and the same chance in every run.
        static bool IsDrawn(int subject) => SHA256.HashData(BitConverter.GetBytes(subject))[0] < 64;

        // The visit was scanned and recorded in the same minute: the audit of the visits asks about it.
        await TypeAsync(4, new(_console) { Finding = ["audit visits"] });
        Assert.Contains("complaint.C-1", (await OutAsync("audit", "visits", "--from", "2026-01-01", "--to", "2026-12-31")), StringComparison.Ordinal);
    }

    // A delivery with a violation whose inspection is missing: the check finds it, the import takes the rows, the export hands out the visit.
    [Fact]
    [TypedPage("reference/data-standard.md")]
    public async Task DataStandard_TypedInOrder_ChecksTakesAndHandsOut()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-03-10T09:00:00+08:00";
        await _console.ImportAsync(Database);
        await FaultyVisit.RecordAsync(_console, Database);
        await DoAsync("access", "grant", "clerk@330782", "Registrar");
        var feed = Directory.CreateDirectory(_console.PathOf("feed")).FullName;
        _console.Write("feed/businesses.csv", "business_id,name,address\n1,A,x\n2,B,y\n");
        _console.Write("feed/inspections.csv", "business_id,score,date,type\n1,95,20260302,routine\n");
        _console.Write("feed/violations.csv", "business_id,date,code\n1,20260302,a\n2,20260303,b\n");
        _console.Write("profile.json", """{ "bodyCode": "91350100M000100Y43", "reporter": "张三", "checklists": { "training-offcampus": "91350100M000100Y431001" } }""");
        await TypeAsync(3, new(_console)
        {
            Own = new(StringComparer.Ordinal) { ["FOLDER"] = () => feed },
            Finding = ["data check"],
        });
        Assert.Single(Directory.EnumerateFiles(_console.PathOf("batches"), "inspection.csv", SearchOption.AllDirectories));
    }

    // 永康, "严控无照无证经营单位入网经营": two shops that nobody licensed; one is confirmed, one rejected.
    [Fact]
    [TypedPage("reference/comparison.md")]
    public async Task Comparison_TypedInOrder_EndsWithBothFindingsJudged()
    {
        _console.Write("supervised.csv", "id,name,phone\nL1,清风面馆,13900000000\n");
        _console.Write("platform.csv", "id,name,phone\nP1,无名小吃,13911111111\nP2,另一家饭店,13922222222\n");
        _console.Write("delivery.csv", "id,name,phone\nD1,无名小吃,13911111111\n");
        await TypeAsync(5, new(_console) { Finding = ["compare supervised.csv"] });
        await DoAsync("compare", "list", "net-2026-11", "--json");
        Assert.Equal(
            [("net-2026-11-000001", "Confirmed"), ("net-2026-11-000002", "Rejected")],
            JsonNode.Parse(_console.Out)!["findings"]!.AsArray().Take(2).Select(finding => (finding!["id"]!.GetValue<string>(), finding["state"]!.GetValue<string>())));
    }

    [Fact]
    [TypedPage("reference/explanations.md")]
    public async Task Explanations_TypedInOrder_AreTrees()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2026-03-10T09:00:00+08:00";
        await _console.ImportAsync(Database);
        await FaultyVisit.RecordAsync(_console, Database);
        await DoAsync("score");
        var shown = new List<string>();
        await TypeAsync(2, new(_console)
        {
            Own = new(StringComparer.Ordinal) { ["SUBJECT"] = () => WalkData.TrainingCentre },
            After = _ => shown.Add(_console.Out),
        });
        Assert.Contains("N-complaint.C-1", shown[0], StringComparison.Ordinal);
        Assert.Contains("yiwu", shown[1], StringComparison.Ordinal);
    }

    // The round of the page and what drand published for it: announced the day before, drawn after it, unsealed, and verified by the public files.
    [Fact]
    [TypedPage("reference/console.md")]
    public async Task Console_TypedInOrder_IsADrawInTwoActs()
    {
        _console.Variables["SUPERVISION_CLOCK"] = "2023-09-14T09:00:00+08:00";
        await _console.ImportAsync(Database);
        await DoAsync("plan", "market-2026", "--item", "33070100200100", "--division", "330700");
        _console.Write("round.json", """
            {"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
             "signature":"b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"}
            """);
        await TypeAsync(3, new(_console)
        {
            Before = command =>
            {
                _console.Variables["SUPERVISION_CLOCK"] = command.StartsWith("announce", StringComparison.Ordinal) ? "2023-09-14T10:00:00+08:00" : "2023-09-16T09:00:00+08:00";
                return Task.CompletedTask;
            },
        });
        await _console.OkAsync("verify", _console.PathOf("draws/market-2026-1"));
    }

    private static async Task TypeAsync(int commands, GuideRun guide)
    {
        await guide.RunAsync();
        Assert.Equal(commands, guide.Commands);
    }

    private Task DoAsync(params string[] args) => _console.OkAsync([.. args, "--db", _console.PathOf(Database)]);

    private async Task<string> OutAsync(params string[] args)
    {
        await _console.RunAsync([.. args, "--db", _console.PathOf(Database)]);
        return _console.Out;
    }
}
