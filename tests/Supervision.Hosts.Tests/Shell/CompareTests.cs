using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

public sealed class CompareTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    // Goal: 永康, "严控无照无证经营单位入网经营": the unlicensed shop is found, the licensed one left alone.
    [Fact]
    public async Task Compare_ThreeFiles_FindsTheUnlicensedShop()
    {
        var supervised = _console.Write("s.csv", "id,name,address,phone,active,valid_to\nL1,义乌市清风面馆有限公司,义乌市江东路12号,13900000000,1,2026-12-31\n");
        var platform = _console.Write("p.csv", "id,name,address,phone\nP1,清风面馆(江东店),江东路12号,+86 13900000000\nP2,无名小吃,北苑88号,13911111111\n");
        var delivery = _console.Write("d.csv", "id,name,address,phone\nD1,无名小吃,北苑88号,13911111111\n");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("compare", supervised, platform, delivery, "--as-of", "2026-11-25", "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        var finding = Assert.Single(result.GetProperty("findings").EnumerateArray());
        Assert.Equal("Unlicensed", finding.GetProperty("kind").GetString());
        Assert.Equal(["Platform/P2", "Delivery/D1"], finding.GetProperty("listings").EnumerateArray().Select(listing => listing.GetString()));
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("compare", supervised, platform, delivery, "--as-of", "2027-01-01"));
        Assert.Contains("L1", _console.Out, StringComparison.Ordinal);
    }

    // A bad row never spoils the good ones: each is told by its number, the others are compared.
    [Fact]
    public async Task Compare_RowsThatCannotBeRead_AreToldAndTheRestIsCompared()
    {
        var supervised = _console.Write("s.csv", "id,name,phone,active,valid_to\nL1,义乌市清风面馆有限公司,13900000000,1,2026-12-31\nL2,坏日期,,1,31.12.2026\nL3,坏状态,,yes,\n");
        var platform = _console.Write("p.csv", "id,name,phone\nP1,清风面馆,13900000000\nP2,缺列\nP1,又一次,1\n");
        var delivery = _console.Write("d.csv", "id,name\n,没有编号\n");
        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("compare", supervised, platform, delivery, "--as-of", "2026-11-25", "--json"));
        var result = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal((1, 1), (result.GetProperty("supervised").GetInt32(), result.GetProperty("compared").GetInt32()));
        Assert.Equal(
            [("s.csv", 3, "SUP7503"), ("s.csv", 4, "SUP7503"), ("p.csv", 3, "SUP7503"), ("p.csv", 4, "SUP7502"), ("d.csv", 2, "SUP7503")],
            result.GetProperty("rejected").EnumerateArray().Select(row => (
                Path.GetFileName(row.GetProperty("file").GetString()!), row.GetProperty("row").GetInt32(), row.GetProperty("code").GetString()!)));
        Assert.Contains("SUP7502", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_Saved_IsConfirmedOrRejectedOnceWithAReason()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        var database = console.PathOf("city.db");
        string[] files =
        [
            console.Write("s.csv", "id,name,phone\nL1,清风面馆,13900000000\n"),
            console.Write("p.csv", "id,name,phone\nP1,无名小吃,13911111111\nP2,另一家饭店,13922222222\n"), console.Write("d.csv", "id,name\n"),
        ];
        Assert.Equal(ExitCode.ProblemsFound, await console.RunAsync(["compare", .. files, "--save", "net-1", "--db", database]));
        Assert.Equal(ExitCode.Failed, await console.RunAsync(["compare", .. files, "--save", "net-1", "--db", database]));
        Assert.Contains("SUP3230", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await console.RunAsync("compare", "confirm", "net-1-000001", "--reason", "现场核实无证", "--db", database));
        Assert.Equal(ExitCode.Ok, await console.RunAsync("compare", "reject", "net-1-000002", "--reason", "已办证", "--db", database));
        Assert.Equal(ExitCode.Failed, await console.RunAsync("compare", "reject", "net-1-000001", "--reason", "改口", "--db", database));
        Assert.Contains("SUP3232", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await console.RunAsync("compare", "confirm", "net-1-000009", "--reason", "x", "--db", database));
        Assert.Contains("SUP3231", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await console.RunAsync("compare", "confirm", "net-1-000002", "--reason", " ", "--db", database));
        Assert.Contains("SUP3233", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await console.RunAsync("compare", "list", "net-1", "--state", "Confirmed", "--json", "--db", database));
        var confirmed = Assert.Single(JsonDocument.Parse(console.Out).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("net-1-000001", "现场核实无证"), (confirmed.GetProperty("id").GetString(), confirmed.GetProperty("reason").GetString()));
        await EventPage.HoldAsync("A saved comparison", console, "city.db", ["comparison"], TestContext.Current.CancellationToken);
    }

    // What a person confirmed goes on to whoever looks into it, once, in the same transaction.
    [Fact]
    public async Task Confirm_ReportedToAnAgency_IsAnEventWithItsClock()
    {
        using var console = new ConsoleRun { OnSqlite = true };
        string[] on = ["--db", console.PathOf("city.db")];
        var agencies = console.Write("catalogue.json", """{"agencies":[{"id":"msa","name":"市场监督管理局","divisionCode":"330782","fields":["market"]}],"items":[],"checklists":[]}""");
        Assert.Equal(ExitCode.Ok, await console.RunAsync(["import", "items", agencies, .. on]));
        var empty = console.Write("d.csv", "id,name\n");
        var shop = console.Write("p.csv", "id,name,phone\nP1,无名小吃,13911111111\n");
        await console.RunAsync(["compare", empty, shop, empty, "--save", "net-1", .. on]);
        Assert.Equal(ExitCode.Failed, await console.RunAsync(["compare", "confirm", "net-1-000001", "--reason", "现场核实无证", "--to", "nobody", .. on]));
        Assert.Contains("SUP7201", console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await console.RunAsync(["compare", "confirm", "net-1-000001", "--reason", "现场核实无证", "--to", "msa", .. on]));
        Assert.Equal(ExitCode.Ok, await console.RunAsync(["event", "show", "net-1-000001", "--json", .. on]));
        var reported = JsonDocument.Parse(console.Out).RootElement;
        Assert.Equal(
            ("UnlicensedReport", "msa", "Reported", "Platform/P1"),
            (reported.GetProperty("category").GetString(), reported.GetProperty("agency").GetString(), reported.GetProperty("state").GetString(),
                reported.GetProperty("facts").GetProperty("listings").GetString()));
        Assert.NotEqual(JsonValueKind.Null, reported.GetProperty("due").ValueKind);
    }
}
