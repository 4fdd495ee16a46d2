using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>A centre's own list of categories 协办协管事项清单, given as a file: Yiwu's has 61 of 27 departments (domain, section 14).</summary>
public sealed class EventCategoriesTests : IDisposable
{
    private readonly ConsoleRun _console = new() { OnSqlite = true };

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Shipped_SaysThatItIsAPart()
    {
        await OkAsync("event", "categories", "--json");
        var root = JsonDocument.Parse(_console.Out).RootElement;
        Assert.Equal((12, 61), (root.GetProperty("categories").GetArrayLength(), root.GetProperty("whole").GetInt32()));
        Assert.Contains("61类", root.GetProperty("source").GetString(), StringComparison.Ordinal);
        await OkAsync("event", "categories", "--lang", "zh-CN");
        Assert.Contains("共 12 类，只是全部 61 类的一部分", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeList_OfTheCentre_DecidesInTriage()
    {
        await OkAsync("policy", "new", "event-categories", "--out", _console.Folder);
        var list = JsonNode.Parse(await File.ReadAllTextAsync(_console.PathOf("event-categories.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(EventCategories.Shipped.Document, await File.ReadAllTextAsync(_console.PathOf("event-categories.json"), TestContext.Current.CancellationToken));
        list["categories"] = Rows(61);
        Give(list);
        await OkAsync("event", "categories", "--lang", "zh-CN");
        Assert.Contains("共 61 类。来源", _console.Out, StringComparison.Ordinal);

        await OkAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        await OkAsync("event", "report", "G-1", "GridEvent", "占道", "--from", "330782", "--to", "330782");
        await RefusedAsync("SUP7013", "event", "do", "G-1", "triage", "--category", "road-verge");
        await OkAsync("event", "do", "G-1", "triage", "--category", "own-61");
    }

    // Each bad row by its number; none of the others is taken, since a list with a hole would turn events away.
    [Fact]
    public async Task BadRows_AreAllNamedByTheirNumber()
    {
        var rows = Rows(61);
        rows[12]!["code"] = "own-1";
        rows[40]!.AsObject().Remove("field");
        rows[60]!["name"] = " ";
        Give(new JsonObject { ["source"] = "本中心", ["categories"] = rows });
        await RefusedAsync("SUP3176", "event", "categories");
        Assert.Contains("row 13: the code 'own-1' is there already; row 41: 'field' is missing or no text; row 61: 'name' is missing or no text.", _console.Error, StringComparison.Ordinal);
        Assert.Contains("own.json", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"categories": [{"code": "a", "name": "a", "field": "a"}]}""", "'source' is missing")]
    [InlineData("""{"source": "s", "categories": []}""", "'categories' has no row")]
    [InlineData("""{"source": "s", "whole": 1, "categories": [{"code": "a", "name": "a", "field": "a"}, {"code": "b", "name": "b", "field": "b"}]}""", "'whole' is 1, but there are 2 rows")]
    [InlineData("""{"source": "s", "categories": ["a"]}""", "row 1: it is no object")]
    public void Parse_OfWhatIsNoList_SaysTheFault(string json, string fault) =>
        Assert.Contains(fault, Assert.Throws<JsonException>(() => EventCategories.Parse(json)).Message, StringComparison.Ordinal);

    private static JsonArray Rows(int count) => new([.. Enumerable.Range(1, count).Select(number => (JsonNode)new JsonObject
    {
        ["code"] = $"own-{number}", ["name"] = $"自拟类别{number}", ["field"] = "market",
    })]);

    private void Give(JsonNode list) => _console.Variables["SUPERVISION_EVENT_CATEGORIES"] = _console.Write("own.json", list.ToJsonString());

    private async Task OkAsync(params string[] args) => Assert.True(ExitCode.Ok == await RunAsync(args), $"{string.Join(' ', args)}\n{_console.Error}\n{_console.Out}");

    private async Task RefusedAsync(string code, params string[] args)
    {
        Assert.NotEqual(ExitCode.Ok, await RunAsync(args));
        Assert.Contains($"{code}: ", _console.Error, StringComparison.Ordinal);
    }

    private Task<ExitCode> RunAsync(string[] args) => _console.RunAsync([.. args, "--db", _console.PathOf("city.db")]);
}
