using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>docs/guides/lists.md as it stands, and what it leads to (domain, sections 10 and 12).</summary>
public sealed class ListStoryTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    [TypedPage("guides/lists.md")]
    public async Task Guide_AsItStands_ListsRestrictsLiftsAndChangesTheFrame()
    {
        foreach (var file in (string[])["catalogue.json", "officers.csv", "subjects.csv"])
        {
            WalkData.CopyTo(_console.Folder, file);
        }

        var guide = new GuideRun(_console, "city.db") { Own = { ["policies/list-policy.json"] = () => _console.PathOf("policies/list-policy.json") } };
        await guide.RunAsync();
        Assert.Equal((59, 14), (guide.Commands, guide.Held));

        // The abnormal list: proposed and decided on 7 April, lifted on the same day, no longer holding.
        await OkAsync("lists", "of", "92999999MAMXHFCH6M", "--json");
        var abnormal = Assert.Single(Entries());
        Assert.Equal(("AbnormalOperation", false), (abnormal.GetProperty("kind").GetString(), abnormal.GetProperty("holds").GetBoolean()));

        // The serious list: a year at least and three at most from the decision of 8 June 2026, and its measures end with it.
        await OkAsync("lists", "show", "S-1", "--json");
        var facts = Root().GetProperty("facts");
        Assert.Equal(("2026-06-08", "2027-06-08", "2029-06-07"), (Fact("from"), Fact("liftFrom"), Fact("until")));
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.Equal(["SeriousViolation", "JointMeasure", "JointMeasure"], Entries().Select(entry => entry.GetProperty("kind").GetString()));
        Assert.All(Entries(), entry => Assert.False(entry.GetProperty("holds").GetBoolean()));

        // The repair of an ordinary penalty, three months after it: its publication stopped, and the measure that rests on it ended with it.
        await OkAsync("lists", "of", "91999999MA2QKP597J", "--json");
        var measure = Assert.Single(Entries());
        Assert.Equal(("M-2", "2026-09-04"), (measure.GetProperty("id").GetString(), measure.GetProperty("liftedOn").GetString()));
        await OkAsync("case", "show", "pan-2", "--json");
        Assert.Contains("StopPublication", _console.Out, StringComparison.Ordinal);

        // The decision as it is handed over: facts, plea, reasons, period, measures, and how to have it reviewed.
        await OkAsync("doc", "render", "listDecision", "--key", "S-1", "--out", _console.PathOf("decision.html"));
        var decision = await File.ReadAllTextAsync(_console.PathOf("decision.html"), TestContext.Current.CancellationToken);
        foreach (var text in (string[])["性质恶劣、情节严重、社会危害较大", "已经整改", "申辩理由不成立", "2029年6月7日", "限制参加政府采购和招标投标", "行政复议", "义务履行完毕、公开作出信用承诺"])
        {
            Assert.Contains(text, decision, StringComparison.Ordinal);
        }

        // Key supervision: drawn as class D, though its own class is B. Left in peace: out of the frame, with the entry that says so.
        await OkAsync("plan", "explain", "market-2027", "--subject", WalkData.PackagingPrinter);
        Assert.Contains("cell D|330782, weight 16, ratio 1000000 ppm", _console.Out, StringComparison.Ordinal);
        Assert.Contains("class B as delivered, weight 3", _console.Out, StringComparison.Ordinal);
        Assert.Contains("Entry K-1", _console.Out, StringComparison.Ordinal);
        await OkAsync("plan", "explain", "market-2027", "--subject", "91999999MA5J8FAJ7C");
        Assert.Contains("left in peace", _console.Out, StringComparison.Ordinal);
        Assert.Contains("Entry P-1", _console.Out, StringComparison.Ordinal);

        // The draw itself: the frame that it publishes has both.
        await OkAsync("draw", "market-2027", "--seed", "lantern", "--out", _console.PathOf("public"));
        var frame = await File.ReadAllLinesAsync(_console.PathOf(Path.Combine("public", "market-2027-1", "frame.csv")), TestContext.Current.CancellationToken);
        Assert.Contains(frame, line => line.StartsWith($"{WalkData.PackagingPrinter},D|330782,16,0", StringComparison.Ordinal));
        Assert.Contains(frame, line => line.StartsWith("91999999MA5J8FAJ7C,A|330782,1,4", StringComparison.Ordinal));

        // Peace gives way to key supervision, whichever was there first.
        await OkAsync("lists", "propose", "Z-2", "--list", "KeySupervision", "--ground", "special-field", "--subject", "91999999MA5J8FAJ7C", "--agency", "330782", "--text", "重点");
        await OkAsync("lists", "do", "Z-2", "confirm", "--text", "同意");
        await OkAsync("plan", "explain", "market-2027", "--subject", "91999999MA5J8FAJ7C");
        Assert.Contains("cell D|330782, weight 16", _console.Out, StringComparison.Ordinal);

        string? Fact(string name) => facts.GetProperty(name).GetString();
    }

    // 企业经营异常名录: decided within 10 working days, taken off within 5; who is silent is told to the head and then to the agency above.
    [Fact]
    public async Task Abnormal_NotDecidedInTenWorkingDays_Climbs()
    {
        await RegisterAsync("2026-03-10T09:00:00+08:00");
        await OkAsync("lists", "propose", "A-1", "--list", "AbnormalOperation", "--ground", "report-missed", "--subject", WalkData.NoodleShop, "--agency", "330782", "--text", "未年报", "--json");
        Assert.Equal(("Proposed", "2026-03-25T00:00"), (Text("state"), Text("due")));
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.Empty(Entries());
        At("2026-03-24T23:00:00+08:00");
        Assert.Equal(0, await SweptAsync());
        At("2026-03-25T00:30:00+08:00");
        Assert.Equal(1, await SweptAsync());
        await OkAsync("lists", "do", "A-1", "confirm", "--text", "未年报");
        await OkAsync("lists", "do", "A-1", "request-removal", "--text", "已补报", "--fact", "dutyDone=yes", "--json");
        Assert.Equal(("RemovalRequested", "2026-04-02T00:00"), (Text("state"), Text("due")));
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.True(Entries().Single().GetProperty("holds").GetBoolean());
        await OkAsync("lists", "do", "A-1", "return", "--text", "补报不实", "--json");
        Assert.Equal("InForce", Text("state"));
        await RefusedAsync("SUP7021", "lists", "do", "A-1", "request-removal", "--text", "x", "--fact", "until=2026-01-01");
        await OkAsync("lists", "annul", "A-1", "--text", "系统延迟，实际已按期年报", "--json");
        Assert.Equal("Annulled", Text("state"));
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.False(Entries().Single().GetProperty("holds").GetBoolean());
    }

    // Five working days to plead (assumed): on the day after them the decision may be taken unheard; a dropped proposal restricts nobody.
    [Fact]
    public async Task Wages_PleaTimeOver_IsDecidedAndEndsByItselfAfterThreeYears()
    {
        await RegisterAsync("2026-04-07T09:00:00+08:00");
        string[] propose = ["--list", "WageArrears", "--ground", "serious-arrears", "--subject", WalkData.NoodleShop, "--agency", "330782", "--text", "拖欠工资"];
        await OkAsync(["lists", "propose", "W-0", .. propose]);
        await OkAsync("lists", "do", "W-0", "decline", "--text", "已经支付");
        await OkAsync(["lists", "propose", "W-1", .. propose]);
        await RefusedAsync("SUP7000", "lists", "do", "W-1", "lift", "--text", "x");
        At("2026-04-14T09:00:00+08:00");
        await RefusedAsync("SUP3157", "lists", "do", "W-1", "confirm", "--text", "列入");
        At("2026-04-15T09:00:00+08:00");
        await OkAsync("lists", "do", "W-1", "confirm", "--text", "列入");
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.All(Entries(), entry => Assert.True(entry.GetProperty("holds").GetBoolean()));
        Assert.Equal(["W-1", "W-1.1"], Entries().Select(entry => entry.GetProperty("id").GetString()));
        At("2029-04-14T09:00:00+08:00");
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.All(Entries(), entry => Assert.True(entry.GetProperty("holds").GetBoolean()));
        At("2029-04-15T09:00:00+08:00");
        await OkAsync("lists", "of", WalkData.NoodleShop, "--json");
        Assert.All(Entries(), entry => Assert.False(entry.GetProperty("holds").GetBoolean()));
    }

    private void At(string instant) => _console.Variables["SUPERVISION_CLOCK"] = instant;

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private List<JsonElement> Entries() => [.. Root().GetProperty("entries").EnumerateArray()];

    private string? Text(string name) => Root().GetProperty(name).GetString();

    private async Task RegisterAsync(string instant)
    {
        At(instant);
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    // What a bureau starts from is what the program goes by, and what it has changed already stays.
    [Fact]
    public async Task PolicyNew_WritesTheShippedPolicy_AndLeavesAFileThatIsThere()
    {
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("policy", "new", "lists", "--out", _console.Folder, "--json"));
        var path = _console.PathOf("list-policy.json");
        Assert.Equal(path, Text("file"));
        var written = Lists.ListPolicy.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(
            Lists.ListPolicy.Shipped.GroundsOn(new(2026, 4, 7)).Select(ground => ground.ToString()), written.GroundsOn(new(2026, 4, 7)).Select(ground => ground.ToString()));
        _console.Write("list-policy.json", "{}");
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("policy", "new", "lists", "--out", _console.Folder));
        Assert.Equal("{}", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    // The bureau's own file decides in every command, with its own grounds in place of the shipped ones; a file with a fault says which part it is.
    [Fact]
    public async Task Policy_OfTheBureauItself_HasItsGroundsAndNoOthers()
    {
        WalkData.CopyTo(_console.Folder, "catalogue.json");
        WalkData.CopyTo(_console.Folder, "subjects.csv");
        _console.Variables["SUPERVISION_CLOCK"] = "2026-04-07T09:00:00+08:00";
        _console.Variables["SUPERVISION_LIST_POLICY"] = _console.Write("lists.json", """
            {"grounds": [{"kind": "WageArrears", "id": "own-line", "text": "拖欠三十名以上农民工工资", "law": "保障农民工工资支付条例", "article": "第四十八条", "from": "2026-01-01", "source": "the bureau's own"}],
             "removals": [], "repairBars": [], "measures": [], "frame": []}
            """);
        await OkAsync("import", "items", _console.PathOf("catalogue.json"));
        await OkAsync("import", "subjects", _console.PathOf("subjects.csv"));
        await OkAsync("lists", "grounds", "--json");
        Assert.Equal(["own-line"], Root().GetProperty("grounds").EnumerateArray().Select(ground => ground.GetProperty("ground").GetString()));
        string[] propose = ["lists", "propose", "--subject", WalkData.NoodleShop, "--agency", "330782", "--text", "拖欠工资"];
        await RefusedAsync("SUP3153", [.. propose, "A-1", "--list", "AbnormalOperation", "--ground", "report-missed"]);
        await OkAsync([.. propose, "W-1", "--list", "WageArrears", "--ground", "own-line"]);

        _console.Variables["SUPERVISION_LIST_POLICY"] = _console.Write("wrong.json", """{"grounds": [{"kind": "Wages", "id": "own-line"}]}""");
        await RefusedAsync("SUP3174", "lists", "grounds");
        Assert.Contains("'Wages' is none of", _console.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.json", _console.Error, StringComparison.Ordinal);
    }

    private async Task<int> SweptAsync()
    {
        await OkAsync("sweep", "--json");
        return Root().GetProperty("escalated").GetArrayLength();
    }

    private async Task OkAsync(params string[] args) => Assert.True(
        ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.NotEqual(ExitCode.Ok, await RunAsync(args));
        Assert.Contains($"{code}: ", _console.Error, StringComparison.Ordinal);
    }

    private Task<ExitCode> RunAsync(string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
