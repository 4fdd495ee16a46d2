using System.Text.Json;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>
/// The transmission-effective rate of online monitoring: transmission rate times validity rate, a gap that is not mended counting after ten days (domain, section 15).
/// </summary>
public sealed class SensorDayTests : IDisposable
{
    private const string Works = WalkData.NoodleShop;

    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Rate_IsTheProductOfBothRates_AndAGapCountsAfterTenDays()
    {
        await RegisterAsync("2026-03-20T09:00:00+08:00");
        await ImportAsync(ExitCode.Ok, $"""
            subject,point,day,expected,received,valid
            {Works},outlet-1,2026-03-01,100,90,81
            {Works},outlet-1,2026-03-09,100,100,100
            {Works},outlet-1,2026-03-10,100,0,0
            """);

        // On 20 March the gap of the tenth may still be mended, that of the first not.
        await ShowAsync();
        Assert.Equal((181, 200), Total("transmission-effective"));
        Assert.Equal((190, 200), Total("transmission"));
        Assert.Equal((181, 190), Total("readings-valid"));
        Assert.Equal(181m / 200, 190m / 200 * (181m / 190));

        // Ten days are over with the twentieth: the gap counts. Mended, it counts no more.
        At("2026-03-21T00:10:00+08:00");
        await ShowAsync();
        Assert.Equal((181, 300), Total("transmission-effective"));
        await ImportAsync(ExitCode.Ok, $"subject,point,day,expected,received,valid\n{Works},outlet-1,2026-03-10,100,100,95\n");
        await ShowAsync();
        Assert.Equal((276, 300), Total("transmission-effective"));
        Assert.Equal(("330782", 276), Area("transmission-effective"));
        Assert.Empty(Indicator("transmission-effective").GetProperty("agencies").EnumerateArray());
    }

    [Fact]
    public async Task BadRows_AreNamed_AndSpoilNoGoodOne()
    {
        await RegisterAsync("2026-03-20T09:00:00+08:00");
        await ImportAsync(ExitCode.ProblemsFound, $"""
            subject,point,day,expected,received,valid
            {Works},outlet-1,2026-03-01,24,24,24
            {Works},outlet-1,2026-03-02,24,25,24
            {Works},outlet-1,2026-03-03,24,twenty,20
            {Works},outlet-1,2026-03-20,24,24,24
            92999999MA0NOBODY0,outlet-1,2026-03-04,24,24,24
            {Works},out let,2026-03-05,24,24,24
            {Works},outlet-1,2026-03-01,24,24,20
            {Works},outlet-2,2026-03-06,24,24,23
            """);
        var rejects = await File.ReadAllTextAsync(_console.PathOf("days.csv.rejects.csv"), TestContext.Current.CancellationToken);
        foreach (var (row, code) in new[] { (3, "SUP3178"), (4, "SUP3180"), (5, "SUP3179"), (6, "SUP1222"), (7, "SUP3177"), (8, "SUP1031") })
        {
            Assert.Contains(rejects.Split('\n'), line => line.StartsWith($"days.csv,{row},", StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal));
        }

        await ShowAsync();
        Assert.Equal((47, 48), Total("transmission-effective"));
        await EventPage.HoldAsync("What monitoring points sent", _console, "city.db", ["sensor-days"], TestContext.Current.CancellationToken);
    }

    private async Task RegisterAsync(string instant)
    {
        At(instant);
        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("import", "subjects", WalkData.CopyTo(_console.Folder, "subjects.csv"));
    }

    private async Task ImportAsync(ExitCode expected, string rows)
    {
        var code = await RunAsync("import", "sensor-days", _console.Write("days.csv", rows));
        Assert.True(expected == code, $"{code}\n{_console.Error}\n{_console.Out}");
    }

    private void At(string instant) => _console.Variables["SUPERVISION_CLOCK"] = instant;

    private Task ShowAsync() => OkAsync("indicators", "transmission-effective", "transmission", "readings-valid", "--from", "2026-03-01", "--to", "2026-03-31", "--json");

    private JsonElement Indicator(string code) => JsonDocument.Parse(_console.Out).RootElement.GetProperty("indicators").EnumerateArray().Single(one => one.GetProperty("code").GetString() == code);

    private (long Numerator, long Denominator) Total(string code) => (Indicator(code).GetProperty("numerator").GetInt64(), Indicator(code).GetProperty("denominator").GetInt64());

    private (string? Division, long Numerator) Area(string code)
    {
        var area = Indicator(code).GetProperty("areas").EnumerateArray().Single();
        return (area.GetProperty("key").GetString(), area.GetProperty("numerator").GetInt64());
    }

    private async Task OkAsync(params string[] args) => Assert.True(ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
