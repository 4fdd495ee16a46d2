using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>The turns of docs/guides/warnings-and-events.md that must hold, told through the console.</summary>
public sealed class MatterStoryTests : IDisposable
{
    private const string Works = "91999999MA0PAN015U";

    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    // Ammonia over the limit at a sewage works: what a sensor says leads to an inspection and a sample, never straight to a penalty
    // (行政处罚法 art. 41).
    [Fact]
    public async Task SensorAlarm_WithoutInspectionAndSample_IsNotDisposedOf()
    {
        await RegisterAsync();
        At("2026-02-05T08:40:00+08:00");
        await OkAsync("warning", "signal", "warning-sensor-limit", Works, "Reading", "--id", "S1", "--source", "sensor",
            "--value", "parameter=氨氮", "--value", "value=12.6", "--value", "limit=8", "--at", "2026-02-05T08:30", "--rules", Packs(), "--json");
        var root = Root();
        Assert.Equal(("Medium", "Tasked", "W-S1"), (root.GetProperty("level").GetString(), root.GetProperty("state").GetString(), root.GetProperty("warning").GetString()));
        Assert.StartsWith("warning-sensor-limit 2019", root.GetProperty("model").GetString(), StringComparison.Ordinal);

        // Why it warns is said in the language of whoever reads it, and kept as it was said then.
        await OkAsync("warning", "show", "W-S1", "--lang", "en");
        Assert.Contains("decides about", _console.Out, StringComparison.Ordinal);
        await OkAsync("warning", "show", "W-S1", "--lang", "zh-CN");
        Assert.Contains("的判定", _console.Out, StringComparison.Ordinal);

        // The same cause within three days is the same warning.
        At("2026-02-05T09:40:00+08:00");
        await OkAsync("warning", "signal", "warning-sensor-limit", Works, "Reading", "--id", "S2", "--source", "sensor",
            "--value", "parameter=氨氮", "--value", "value=12.9", "--value", "limit=8", "--rules", Packs(), "--json");
        Assert.False(Root().GetProperty("isNew").GetBoolean());

        await RefusedAsync("SUP7014", "warning", "do", "W-S1", "dispose", "--text", "已处置");
        await OkAsync("event", "do", "W-S1.1", "accept", "--actor", "E1@env-panan");
        await RefusedAsync("SUP7012", "event", "do", "W-S1.1", "arrive-on-site", "--officer", "E1", "--actor", "E1@env-panan");
        await RefusedAsync("SUP7021", "event", "do", "W-S1.1", "handle", "--text", "x", "--fact", "task=made-up", "--fact", "sample=x", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "W-S1.1", "arrive-on-site", "--officer", "E1", "--officer", "E2", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "W-S1.1", "handle", "--text", "现场检查并取样", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "W-S1.1", "feed-back", "--text", "已取样送检", "--actor", "E1@env-panan");

        // No inspection task, no sample: the alarm alone is no disposal, whatever is claimed, and whoever else reports the same.
        await RefusedAsync("SUP7021", "warning", "do", "W-S1", "dispose", "--text", "已处置", "--fact", "source=system");
        await OkAsync("warning", "signal", "warning-sensor-limit", Works, "Reading", "--id", "S3", "--source", "system",
            "--value", "parameter=氨氮", "--value", "value=12.7", "--value", "limit=8", "--rules", Packs());
        await RefusedAsync("SUP7016", "warning", "do", "W-S1", "dispose", "--text", "已处置");
        await OkAsync("warning", "show", "W-S1", "--json");
        Assert.Equal("Tasked", Root().GetProperty("state").GetString());
        Assert.Contains("Repeat", _console.Out, StringComparison.Ordinal);
        await EventPage.HoldAsync("A sensor warns", _console, "city.db", ["warning", "event"], TestContext.Current.CancellationToken);
    }

    // What was looked into and reviewed counts no more: the review goes back to the model, and the subject is scored again.
    [Fact]
    public async Task Review_GoesBackToItsModel_WhichScoresTheSubjectAgain()
    {
        await RegisterAsync();
        await OkAsync("access", "grant", "R1@local", "Planner");
        var next = await File.ReadAllTextAsync(Path.Combine(Packs(), "next", "warning-special-equipment-2027.yaml"), TestContext.Current.CancellationToken);
        var packs = Directory.CreateDirectory(_console.PathOf("model")).FullName;
        foreach (var file in Directory.GetFiles(Packs(), "*.yaml").Where(file => !file.Contains("special-equipment", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(packs, Path.GetFileName(file)));
        }

        _console.Write(Path.Combine("model", "warning.yaml"), next.Replace("{ from: 2027-01-01 }", "{ from: 2019-01-01 }", StringComparison.Ordinal));
        string[] listed = ["warning", "signal", "warning-special-equipment", Works, "Listed", "--value", "risk=high", "--rules", packs, "--json"];
        At("2026-02-05T08:40:00+08:00");
        await OkAsync([.. listed, "--id", "L1"]);
        Assert.Equal("High", Root().GetProperty("level").GetString());
        await OkAsync("warning", "do", "W-L1", "confirm", "--text", "名单属实");
        await OkAsync("warning", "do", "W-L1", "dispatch", "--agency", "env-panan");
        await OkAsync("event", "do", "W-L1.1", "accept", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "W-L1.1", "handle", "--text", "已检查", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "W-L1.1", "feed-back", "--text", "已检查", "--actor", "E1@env-panan");
        await OkAsync("warning", "do", "W-L1", "dispose", "--text", "已处置");
        await RefusedAsync("SUP7021", "warning", "do", "W-L1", "review", "--text", "属实", "--fact", "levelAfter=High", "--actor", "R1@local");
        At("2026-02-06T09:00:00+08:00");
        await OkAsync("warning", "do", "W-L1", "review", "--text", "处置得当", "--rules", packs, "--actor", "R1@local", "--json");
        var facts = Root().GetProperty("facts");
        Assert.Equal(("High", "None"), (facts.GetProperty("level").GetString(), facts.GetProperty("levelAfter").GetString()));

        // Nobody else says that something was reviewed; a subject that is listed anew is a risk anew.
        At("2026-02-07T09:00:00+08:00");
        await RefusedAsync("SUP3173", "warning", "signal", "warning-special-equipment", Works, "Reviewed", "--id", "L2", "--rules", packs);
        await OkAsync([.. listed, "--id", "L3"]);
        Assert.Equal("High", Root().GetProperty("level").GetString());
    }

    // Half past six in the morning is that day, not the evening before: three days later the alarm still counts.
    [Fact]
    public async Task Signal_BeforeEight_FallsOnItsOwnDay()
    {
        await RegisterAsync();
        At("2026-03-07T09:00:00+08:00");
        string[] signal = ["warning", "signal", "warning-sensor-limit", Works, "Reading", "--source", "sensor", "--value", "parameter=氨氮", "--value", "limit=8", "--rules", Packs(), "--json"];
        await OkAsync([.. signal, "--id", "M1", "--value", "value=12.6", "--at", "2026-03-05T06:30"]);
        await OkAsync([.. signal, "--id", "M2", "--value", "value=5", "--at", "2026-03-07T08:30"]);
        Assert.Equal("Medium", Root().GetProperty("level").GetString());
    }

    // A tip-off that nobody looks at: the head of the county bureau hears of it, then the city, then the province, each once.
    [Fact]
    public async Task Overdue_ClimbsTheHierarchy_OnceARung()
    {
        await RegisterAsync();
        At("2026-02-05T08:40:00+08:00");
        await OkAsync("event", "report", "T-1", "TipOff", "群众举报偷排", "--from", "env-jinhua", "--to", "env-panan", "--json");
        // 15 working days (暂行办法 art. 31): the Spring Festival from 15 to 23 February is none, the Saturdays of 14 and 28 February are.
        Assert.Equal("2026-03-05", Root().GetProperty("due").GetString()![..10]);
        At("2026-03-04T23:00:00+08:00");
        Assert.Empty(await SweptAsync());
        At("2026-03-05T00:30:00+08:00");
        Assert.Equal("T-1", Assert.Single(await SweptAsync()));
        Assert.Empty(await SweptAsync());
        foreach (var later in (string[])["2026-03-13T00:30:00+08:00", "2026-03-20T00:30:00+08:00", "2026-04-20T00:30:00+08:00", "2026-06-20T00:30:00+08:00"])
        {
            At(later);
            await SweptAsync();
            Assert.Empty(await SweptAsync());
        }

        // What was due stays due on its day, whoever is told next.
        await OkAsync("event", "show", "T-1");
        Assert.Contains("2026-03-04", _console.Out.Split('\n')[1], StringComparison.Ordinal);
        await OkAsync("event", "show", "T-1", "--json");
        Assert.Equal(
            ["env-panan", "env-jinhua", "env-zj"],
            Root().GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("trigger").GetString() == "Escalate")
                .Select(step => step.GetProperty("agencies")[0].GetString()));
    }

    // The road case of Yiwu: a grid worker reports a broken verge, it is dispatched, handled, checked again the next day, fed back.
    [Fact]
    public async Task GridEvent_RoadVerge_IsHandledCheckedAgainAndFedBack()
    {
        await RegisterAsync();
        At("2026-03-05T14:05:00+08:00");
        await OkAsync("event", "report", "G-1", "GridEvent", "公路隔离带破损", "--from", "centre-yiwu", "--to", "centre-yiwu", "--at", "2026-03-05T14:02");
        await RefusedAsync("SUP7013", "event", "do", "G-1", "triage", "--category", "no-such");
        await OkAsync("event", "do", "G-1", "triage", "--category", "road-verge");
        await OkAsync("event", "do", "G-1", "dispatch", "--agency", "transport-yiwu");
        await RefusedAsync("SUP7000", "event", "do", "G-1", "accept", "--actor", "E1@env-panan");
        await OkAsync("event", "do", "G-1", "accept", "--actor", "T1@transport-yiwu");
        At("2026-03-05T16:00:00+08:00");
        await OkAsync("event", "do", "G-1", "handle", "--text", "已修复", "--actor", "T1@transport-yiwu");
        At("2026-03-06T09:00:00+08:00");
        await OkAsync("event", "do", "G-1", "recheck", "--text", "复查合格", "--actor", "T1@transport-yiwu");
        await OkAsync("event", "do", "G-1", "feed-back", "--text", "办结", "--actor", "T1@transport-yiwu");
        await OkAsync("event", "do", "G-1", "close");
        await OkAsync("event", "show", "G-1", "--json");
        Assert.Equal("Closed", Root().GetProperty("state").GetString());
        await EventPage.HoldAsync("An event of the grid", _console, "city.db", ["event"], TestContext.Current.CancellationToken);
    }

    // What was passed on goes back to whom it was passed on to, not to whoever had it first.
    [Fact]
    public async Task FedBack_ReturnedAfterATransfer_GoesToWhomItWasSentLast()
    {
        await RegisterAsync();
        await OkAsync("event", "report", "G-2", "GridEvent", "河道偷排", "--from", "centre-yiwu", "--to", "centre-yiwu");
        await OkAsync("event", "do", "G-2", "triage", "--category", "pollution");
        await OkAsync("event", "do", "G-2", "dispatch", "--agency", "transport-yiwu");
        await OkAsync("event", "do", "G-2", "accept", "--actor", "T1@transport-yiwu");
        await OkAsync("event", "do", "G-2", "transfer", "--agency", "env-panan", "--text", "属生态环境职责", "--actor", "T1@transport-yiwu");
        foreach (var step in (string[])["accept", "handle", "feed-back"])
        {
            await OkAsync("event", "do", "G-2", step, "--text", "已核查", "--actor", "E1@env-panan");
        }

        await OkAsync("event", "do", "G-2", "return", "--text", "请补充照片", "--json");
        Assert.Equal(("Accepted", "env-panan"), (Root().GetProperty("state").GetString(), Root().GetProperty("agency").GetString()));
    }

    // Records of a real database cannot be dated back: the clock works only where everything was recorded by it.
    [Fact]
    public async Task TrainingClock_OnADatabaseThatWasBegunWithoutIt_IsRefused()
    {
        await OkAsync("import", "items", _console.Write("catalogue.json", Catalogue));
        At("2026-02-01T08:00:00+08:00");
        await RefusedAsync("SUP1911", "event", "list");
    }

    private void At(string instant) => _console.Variables["SUPERVISION_CLOCK"] = instant;

    private static string Packs() => SharedData.InRepository("samples", "rulepacks");

    private async Task<List<string>> SweptAsync()
    {
        await OkAsync("sweep", "--json");
        return [.. Root().GetProperty("escalated").EnumerateArray().Select(matter => matter.GetProperty("id").GetString()!)];
    }

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private async Task RegisterAsync()
    {
        At("2026-02-01T08:00:00+08:00");
        await OkAsync("import", "items", _console.Write("catalogue.json", Catalogue));
        await OkAsync("import", "officers", _console.Write("officers.csv", """
            id,name,agency,certificate,valid_from,valid_to,fields,suspended
            E1,甲,env-panan,11072700101,2023-03-01,2031-02-28,environment,false
            E2,乙,env-panan,11072700102,2023-03-01,2031-02-28,environment,false
            T1,丙,transport-yiwu,11072700103,2023-03-01,2031-02-28,transport,false

            """));
        await OkAsync("import", "subjects", _console.Write("subjects.csv", $"""
            id,kind,name,uscc,operator,division,industry,categories,status,address,registered_on,risk_class
            {Works},enterprise,磐安县清源污水处理有限公司（示例）,{Works},,330727,D46,sewage-works,active,磐安县示例路8号,2012-06-01,B

            """));
        foreach (var actor in (string[])["E1@env-panan", "T1@transport-yiwu"])
        {
            await OkAsync("access", "grant", actor, "Inspector", "Planner");
        }
    }

    private async Task OkAsync(params string[] args) => Assert.True(
        ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private async Task RefusedAsync(string code, params string[] args)
    {
        var exit = await RunAsync(args);
        Assert.NotEqual(ExitCode.Ok, exit);
        Assert.Contains($"{code}: ", _console.Error, StringComparison.Ordinal);
    }

    private Task<ExitCode> RunAsync(string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);

    private const string Catalogue = """
        {"agencies":[
         {"id":"env-panan","name":"磐安县生态环境局","divisionCode":"330727","fields":["environment"]},
         {"id":"env-jinhua","name":"金华市生态环境局","divisionCode":"330700","fields":["environment"]},
         {"id":"env-zj","name":"浙江省生态环境厅","divisionCode":"330000","fields":["environment"]},
         {"id":"transport-yiwu","name":"义乌市交通运输局","divisionCode":"330782","fields":["transport"]},
         {"id":"centre-yiwu","name":"义乌市协同指挥中心","divisionCode":"330782","fields":["coordination"]}],
         "items":[],"checklists":[]}
        """;
}
