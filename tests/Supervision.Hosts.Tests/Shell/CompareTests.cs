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
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("compare", supervised, platform, _console.Write("x.csv", "id,name\nD1,a\nD1,b\n")));
        Assert.Contains("SUP7502", _console.Error, StringComparison.Ordinal);
    }
}
