using System.Text.Json;
using Microsoft.Data.Sqlite;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Shell;

// Goal: the catalogue from the console, and that nothing outside the national list gets in or is begun (浙江省综合行政执法条例 art. 6).
public sealed class CatalogCommandTests : IDisposable
{
    private const string Catering = "33070100100100";

    private readonly ConsoleRun _console = new() { OnSqlite = true };

    private string Database => _console.PathOf("catalogue.db");

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Catalog_WhoSupervisesWhomForWhat_IsAnsweredBothWays()
    {
        await ImportAsync();
        var listed = (await ReadAsync("list", "--agency", "330782")).GetProperty("items");
        Assert.Contains(listed.EnumerateArray(), item => item.GetProperty("code").GetString() == Catering);
        var item = await ReadAsync("show", Catering);
        Assert.Equal("99000000100100", item.GetProperty("national").GetString());
        Assert.Contains("国家目录", item.GetProperty("nationalName").GetString(), StringComparison.Ordinal);
        var links = (await ReadAsync("supervisors", WalkData.NoodleShop)).GetProperty("supervisors").EnumerateArray().ToList();
        var link = Assert.Single(links, one => one.GetProperty("agency").GetString() == "330782" && one.GetProperty("item").GetString() == Catering);
        var subjects = await ReadAsync("subjects", link.GetProperty("agency").GetString()!, "--limit", "400");
        Assert.Contains(subjects.GetProperty("subjects").EnumerateArray(), id => id.GetString() == WalkData.NoodleShop);
        Assert.Equal(subjects.GetProperty("count").GetInt64(), subjects.GetProperty("subjects").GetArrayLength());
        foreach (var args in (string[][])[["list"], ["show", Catering], ["supervisors", WalkData.NoodleShop], ["subjects", "330782"]])
        {
            Assert.True(await RunAsync(args) == ExitCode.Ok, _console.Error);
        }

        Assert.Equal(ExitCode.Failed, await RunAsync("show", "00000000000000"));
        Assert.Equal(ExitCode.Failed, await RunAsync("subjects", "nobody"));
    }

    [Fact]
    public async Task Catalog_AnItemThatMapsToNothing_IsKeptOut()
    {
        var file = Catalogue().Replace("\"nationalCode\": \"99000000100100\"", "\"nationalCode\": \"99000000999999\"", StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("import", _console.Write("outside.json", file)));
        Assert.StartsWith("SUP1123", _console.Error, StringComparison.Ordinal);
        Assert.Contains("第六条", _console.Error, StringComparison.Ordinal);
    }

    // What came in before there was a list, or lost its entry since, is not begun either.
    [Fact]
    public async Task Plan_OfAnItemWhoseNationalEntryIsGone_IsRefused()
    {
        await ImportAsync();
        using (var connection = new SqliteConnection($"Data Source={Database}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM national_items WHERE code = '99000000100100'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        SqliteConnection.ClearAllPools();
        string[] plan = ["plan", "food-2026", "--item", Catering, "--agency", "330782", "--division", "330782", "--from", "2026-03-01", "--to", "2026-12-31"];
        Assert.Equal(ExitCode.Failed, await _console.RunAsync([.. plan, "--db", Database]));
        Assert.StartsWith("SUP1123", _console.Error, StringComparison.Ordinal);
        string[] open = ["task", "open", "complaint", "T-1", "--subject", WalkData.NoodleShop, "--item", Catering, "--agency", "330782", "--officer", "YW001", "--officer", "YW002"];
        Assert.Equal(ExitCode.Failed, await _console.RunAsync([.. open, "--db", Database]));
        Assert.StartsWith("SUP1123", _console.Error, StringComparison.Ordinal);
    }

    // Suspended by its step, it is not published again by importing the old file; it comes back as version 2.
    [Fact]
    public async Task Catalog_ASuspendedItem_ComesBackByItsStepOnly()
    {
        await ImportAsync();
        Assert.Equal("Suspended", (await ReadAsync("do", Catering, "suspend")).GetProperty("state").GetString());
        Assert.Equal(ExitCode.Failed, await RunAsync("do", Catering, "submit"));
        Assert.StartsWith("SUP1121", _console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await RunAsync("import", WalkData.CopyTo(_console.Folder, "catalogue.json")));
        Assert.StartsWith("SUP2200", _console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await ReadAsync("supervisors", WalkData.NoodleShop)).GetProperty("supervisors").EnumerateArray(),
            link => link.GetProperty("item").GetString() == Catering);
        Assert.Equal(2, (await ReadAsync("do", Catering, "republish")).GetProperty("version").GetInt32());
        Assert.Equal(ExitCode.Failed, await RunAsync("do", "00000000000000", "suspend"));
        Assert.StartsWith("SUP2201", _console.Error, StringComparison.Ordinal);
        await EventPage.HoldAsync("The catalogue", _console, "catalogue.db", ["item"], TestContext.Current.CancellationToken);
    }

    private async Task ImportAsync()
    {
        Assert.True(await RunAsync("import", _console.Write("catalogue.json", Catalogue())) == ExitCode.Ok, _console.Error);
        foreach (var (noun, file) in ((string, string)[])[("officers", "officers.csv"), ("subjects", "subjects.csv")])
        {
            Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", noun, WalkData.CopyTo(_console.Folder, file), "--db", Database));
        }
    }

    private string Catalogue() => File.ReadAllText(WalkData.CopyTo(_console.Folder, "catalogue.json"));

    private async Task<JsonElement> ReadAsync(params string[] args)
    {
        Assert.True(await RunAsync([.. args, "--json"]) == ExitCode.Ok, _console.Error);
        return JsonDocument.Parse(_console.Out).RootElement;
    }

    private Task<ExitCode> RunAsync(params string[] args) => _console.RunAsync(["catalog", .. args, "--db", Database]);
}
