using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>docs/guides/commitments.md, told through the console: a licence by a promise (国办发〔2020〕42号), after the packaging printer of 2019-08-15.</summary>
public sealed class CommitmentStoryTests : IDisposable
{
    private const string Printer = WalkData.PackagingPrinter;

    private readonly ConsoleRun _console = new() { OnSqlite = true };
    private readonly HashSet<string> _threePoints = new(StringComparer.Ordinal);

    public void Dispose() => _console.Dispose();

    // Granted on the spot, another address than promised: an order, six points, the blacklist of that item, key supervision, and a year without
    // promises about addresses; put right, it may promise again.
    [Fact]
    public async Task Promise_AddressDiffers_IsOrderedCostsSixAndBarsUntilItIsPutRight()
    {
        await RegisterAsync();
        await OkAsync("plan", "market-2026", "--item", "33070100200100", "--division", "330782", "--rules", Packs());
        Assert.Contains("cell B|330782, weight 3, ratio 200000 ppm", await PlacedAsync(), StringComparison.Ordinal);
        await ApplyAsync("C-1", "printing-licence", ("address", "义乌市示例街3号"));
        _threePoints.Add("commitment.C-1");
        Assert.Equal(("Eligible", "Eligible"), (Text("gate"), Text("state")));
        Assert.Contains("义乌市示例街3号", Root().GetProperty("points")[0].GetString(), StringComparison.Ordinal);
        var terms = Text("terms")!;
        await RefusedAsync("SUP3105", "commitment", "sign", "C-1", "--terms", "other-terms", "--signature", "ES-1");
        await RefusedAsync("SUP3106", "commitment", "sign", "C-1", "--terms", terms, "--signature", " ");
        await RefusedAsync("SUP7002", "commitment", "do", "C-1", "grant");
        await RefusedAsync("SUP2606", "doc", "issue", "promiseLetter", "C-1", "--matter", "C-1", "--agency-short", "义乌市监");
        await OkAsync("commitment", "sign", "C-1", "--terms", terms, "--signature", "ES-1");
        await RefusedAsync("SUP7000", "doc", "issue", "promiseLetter", "C-1", "--matter", "no-such", "--agency-short", "义乌市监");
        await OkAsync("doc", "issue", "promiseLetter", "C-1", "--matter", "C-1", "--agency-short", "义乌市监", "--json");
        Assert.Matches("^义乌市监承诺〔2026〕1号$", Text("number")!);
        await OkAsync("doc", "render", "promiseLetter", "--key", "C-1", "--out", _console.PathOf("promise.html"));
        var letter = await File.ReadAllTextAsync(_console.PathOf("promise.html"), TestContext.Current.CancellationToken);
        Assert.Contains("实际经营地址为义乌市示例街3号。", letter, StringComparison.Ordinal);
        Assert.Contains(terms, letter, StringComparison.Ordinal);
        await OkAsync("commitment", "do", "C-1", "grant", "--rules", Packs(), "--json");

        // Every grant gets a check, due by the pack's two months; its points are the promised terms.
        Assert.Equal(("CheckDispatched", "2026-05-03T00:00"), (Text("state"), Text("due")));
        await OkAsync("task", "show", "commitment.C-1", "--json");
        Assert.Equal(("2026-05-02", 2), (Text("dueOn"), Root().GetProperty("officers").GetArrayLength()));
        var officers = Root().GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()!).ToArray();

        // A breach needs a finding, and nobody writes one by hand.
        await RefusedAsync("SUP3107", "commitment", "conclude", "C-1", "--rules", Packs());
        await RefusedAsync("SUP3104", "commitment", "do", "C-1", "breach", "--rules", Packs());
        At("2026-03-10T10:00:00+08:00");
        await InspectAsync("commitment.C-1", officers, faults: ["1"], rectifyBy: "2026-03-25");
        await OkAsync("commitment", "conclude", "C-1", "--rules", Packs(), "--json");
        Assert.Equal("Ordered", Root().GetProperty("concluded")[0].GetProperty("state").GetString());
        Assert.Equal("2026-03-26T00:00", Root().GetProperty("concluded")[0].GetProperty("due").GetString());
        Assert.Equal(
            ["CommitmentBlacklist", "KeySupervision", "AddressCommitmentBan", "AbnormalOperation"],
            Root().GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("category").GetString()));
        await RefusedAsync("SUP3111", "commitment", "conclude", "C-1", "--rules", Packs());
        await OkAsync("commitment", "show", "C-1", "--json");
        Assert.Equal(("94", "A"), (Root().GetProperty("facts").GetProperty("scoreAfter").GetString(), Root().GetProperty("facts").GetProperty("gradeAfter").GetString()));

        // The next draw knows it: the densest class with its weight, though it was visited today, by the entry that the breach left.
        var placed = await PlacedAsync();
        Assert.Contains("cell D|330782, weight 16, ratio 1000000 ppm", placed, StringComparison.Ordinal);
        Assert.Contains("Entry C-1.3 since 2026-03-10", placed, StringComparison.Ordinal);
        await OkAsync("draw", "market-2026", "--seed", "lantern", "--out", _console.PathOf("public"), "--rules", Packs());
        Assert.Contains(
            await File.ReadAllLinesAsync(_console.PathOf(Path.Combine("public", "market-2026-1", "frame.csv")), TestContext.Current.CancellationToken),
            line => line.StartsWith($"{Printer},D|330782,16,0", StringComparison.Ordinal));

        // Only that item, and every promise about an address for a year from that day.
        await ApplyAsync("C-2", "printing-licence", ("address", "别处"));
        Assert.Equal(("Blacklisted", "OrdinaryProcedure"), (Text("gate"), Text("state")));
        await ApplyAsync("C-3", "hotel-licence", ("address", "别处"));
        Assert.Equal("Blacklisted", Text("gate"));
        await ApplyAsync("C-4", "street-use-permit", ("range", "3平方米"));
        Assert.Equal("Eligible", Text("gate"));
        await OkAsync("lists", "of", Printer, "--json");
        Assert.Equal("2027-03-10", Root().GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("kind").GetString() == "AddressCommitmentBan").GetProperty("until").GetString());

        await RefusedAsync("SUP3121", "lists", "lift", "C-1.1", "--text", "已改正");
        await RefusedAsync("SUP3112", "commitment", "do", "C-1", "revoke", "--text", "撤销", "--rules", Packs());
        At("2026-03-20T10:00:00+08:00");
        await InspectAsync("commitment.C-1", officers, faults: [], rectifyBy: null);
        await OkAsync("commitment", "conclude", "--rules", Packs(), "--json");
        Assert.Equal("Fixed", Root().GetProperty("concluded")[0].GetProperty("state").GetString());
        await OkAsync("lists", "lift", "C-1.1", "--text", "已改正并复查合格");
        await OkAsync("lists", "lift", "C-1.3", "--text", "已改正并复查合格");
        await RefusedAsync("SUP3122", "lists", "lift", "C-1.2", "--text", "已改正");

        // The abnormal list was proposed by the breach (Pujiang) and is decided in ten working days; put right meanwhile, it is dropped.
        await OkAsync("lists", "show", "C-1.5", "--json");
        Assert.Equal(("Proposed", "2026-03-25T00:00"), (Text("state"), Text("due")));
        await OkAsync("lists", "do", "C-1.5", "decline", "--text", "已改正并复查合格");

        // The tag is lifted; what is left of the breach is the class that the risk policy gives, one worse than B, and the cool-down counts again.
        await OkAsync("score", "--rules", Packs());
        Assert.Contains("inspected lately", await PlacedAsync(), StringComparison.Ordinal);
        Assert.Contains("Class C by its last assessment, weight 8", _console.Out, StringComparison.Ordinal);

        // The address ban runs on to its last day; the day after it the printer may promise again.
        At("2027-03-10T10:00:00+08:00");
        await ApplyAsync("C-5", "printing-licence", ("address", "别处"));
        Assert.Equal("Blacklisted", Text("gate"));
        At("2027-03-11T10:00:00+08:00");
        await ApplyAsync("C-6", "printing-licence", ("address", "别处"));
        Assert.Equal("Eligible", Text("gate"));
        await EventPage.HoldAsync("A promise broken and put right", _console, "city.db", ["commitment", "list-entry", "task"], TestContext.Current.CancellationToken);
    }

    // 再次核查，如发现还未变更地址: still wrong at the recheck, the licence is withdrawn by the agency that gave it (行政许可法 art. 69).
    [Fact]
    public async Task Promise_StillBrokenAtTheRecheck_IsWithdrawn()
    {
        await RegisterAsync();
        var officers = await GrantedAsync("C-1");
        await InspectAsync("commitment.C-1", officers, faults: ["1"], rectifyBy: "2026-03-25");
        await OkAsync("commitment", "conclude", "C-1", "--rules", Packs());
        At("2026-03-26T10:00:00+08:00");
        await InspectAsync("commitment.C-1", officers, faults: ["1"], rectifyBy: null, escalateTo: "case-1");
        await OkAsync("commitment", "conclude", "C-1", "--rules", Packs());
        await RefusedAsync("SUP3111", "commitment", "conclude", "C-1", "--rules", Packs());
        await OkAsync("commitment", "do", "C-1", "revoke", "--text", "复查仍不符合", "--rules", Packs(), "--json");
        Assert.Equal("Revoked", Text("state"));
        await RefusedAsync("SUP3121", "lists", "lift", "C-1.1", "--text", "已改正");
    }

    // A kept promise costs nothing and bars nobody.
    [Fact]
    public async Task Promise_Kept_EndsWithoutConsequences()
    {
        await RegisterAsync();
        await InspectAsync("commitment.C-1", await GrantedAsync("C-1"), faults: [], rectifyBy: null);
        await OkAsync("commitment", "conclude", "C-1", "--rules", Packs(), "--json");
        Assert.Equal("Kept", Root().GetProperty("concluded")[0].GetProperty("state").GetString());
        Assert.Empty(Root().GetProperty("entries").EnumerateArray());
        await OkAsync("lists", "of", Printer, "--json");
        Assert.Empty(Root().GetProperty("entries").EnumerateArray());
    }

    // The applicant may choose; and a check that nobody makes is told to the agency above.
    [Fact]
    public async Task Promise_NotWantedOrNotChecked_GoesTheOrdinaryWayOrClimbs()
    {
        await RegisterAsync();
        await ApplyAsync("C-1", "street-use-permit", ("range", "3平方米"));
        await OkAsync("commitment", "decline", "C-1", "--text", "申请人选择一般程序", "--json");
        Assert.Equal("OrdinaryProcedure", Text("state"));
        await GrantedAsync("C-2");
        At("2026-05-02T23:00:00+08:00");
        Assert.Empty(await SweptAsync());
        At("2026-05-03T00:30:00+08:00");
        Assert.Equal(["C-2"], await SweptAsync());
        At("2026-06-03T00:30:00+08:00");
        Assert.Equal(["C-2"], await SweptAsync());
        await OkAsync("commitment", "show", "C-2", "--json");
        Assert.Equal(
            ["330782", "330700"],
            Root().GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("trigger").GetString() == "Escalate")
                .Select(step => step.GetProperty("agencies")[0].GetString()));
    }

    [Theory]
    [InlineData("SUP3101", "no-such-item")]
    [InlineData("SUP3102", "gas-licence")]
    [InlineData("SUP3103", "printing-licence")]
    public async Task Apply_AnItemWithoutPromises_IsRefusedWithTheReason(string code, string item)
    {
        await RegisterAsync();
        var items = _console.Write("items.json", """
            {"items":[
              {"code":"gas-licence","name":"燃气经营许可","field":"public-safety","checkItem":"33070100200100","law":"国办发〔2020〕42号","article":"","from":"2020-10-27","terms":[{"id":"1","text":"有安全设施。"}]},
              {"code":"printing-licence","name":"印刷经营许可证核发","field":"printing","checkItem":"33070100200100","law":"国办发〔2020〕42号","article":"","from":"2020-10-27","terms":[{"id":"1","text":"地址为{address}。"}]}],
             "excluded":[{"field":"public-safety","text":"直接涉及公共安全","law":"国办发〔2020〕42号","article":"","from":"2020-10-27"}]}
            """);
        await RefusedAsync(code, "commitment", "apply", "C-1", "--item", item, "--subject", Printer, "--agency", "330782", "--items", items, "--rules", Packs());
    }

    private async Task<string> PlacedAsync()
    {
        await OkAsync("plan", "explain", "market-2026", "--subject", Printer, "--rules", Packs());
        return _console.Out;
    }

    private void At(string instant) => _console.Variables["SUPERVISION_CLOCK"] = instant;

    private static string Packs() => SharedData.InRepository("samples", "rulepacks");

    private JsonElement Root() => JsonDocument.Parse(_console.Out).RootElement;

    private string? Text(string name) => Root().GetProperty(name).GetString();

    private async Task RegisterAsync()
    {
        At("2026-03-02T09:00:00+08:00");
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "officers", WalkData.CopyTo(_console.Folder, "officers.csv"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    private Task ApplyAsync(string id, string item, (string Name, string Value) value) => OkAsync(
        "commitment", "apply", id, "--item", item, "--subject", Printer, "--agency", "330782", "--value", $"{value.Name}={value.Value}",
        "--rules", Packs(), "--json");

    private async Task<string[]> GrantedAsync(string id)
    {
        await ApplyAsync(id, "street-use-permit", ("range", "3平方米"));
        await OkAsync("commitment", "sign", id, "--terms", Text("terms")!, "--signature", "ES-1");
        await OkAsync("commitment", "do", id, "grant", "--rules", Packs());
        await OkAsync("task", "show", $"commitment.{id}", "--json");
        return [.. Root().GetProperty("officers").EnumerateArray().Select(officer => officer.GetString()!)];
    }

    private async Task InspectAsync(string task, string[] officers, string[] faults, string? rectifyBy, string? escalateTo = null)
    {
        var at = _console.Variables["SUPERVISION_CLOCK"];
        await OkAsync("task", "show", task, "--json");
        string[] points = Text("state") == "Rectifying" ? ["1"] : _threePoints.Contains(task) ? ["1", "2", "3"] : ["1", "2"];
        var present = string.Join(',', officers.Select(officer => $"\"{officer}\""));
        var answers = string.Join(',', points.Select(point => faults.Contains(point)
            ? $$"""{"point":"{{point}}","result":"NonConform","note":"与承诺不符","evidence":[{"sha256":"{{new string('a', 64)}}","takenAt":"{{at}}","device":"d-2","location":"29.3,120.1"}]}"""
            : $$"""{"point":"{{point}}","result":"Conform"}"""));
        var file = _console.Write("visit.json", $$"""
            {"inspections":[{"task":"{{task}}","present":[{{present}}],"answers":[{{answers}}],"signature":{"signer":"当事人（示例）"},
              "scan":{"subjectCode":"{{Printer}}","at":"{{at}}","device":"d-1"},"signedBy":[{{present}}]
              {{(rectifyBy is null ? "" : $",\"rectifyBy\":\"{rectifyBy}\"")}}{{(escalateTo is null ? "" : $",\"escalateTo\":\"{escalateTo}\"")}}}]}
            """);
        await OkAsync("inspect", file);
    }

    private async Task<List<string>> SweptAsync()
    {
        await OkAsync("sweep", "--json");
        return [.. Root().GetProperty("escalated").EnumerateArray().Select(matter => matter.GetProperty("id").GetString()!)];
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
