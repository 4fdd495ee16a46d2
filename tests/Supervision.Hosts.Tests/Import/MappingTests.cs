using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;
using Supervision.Registry;

namespace Supervision.Hosts.Tests.Import;

public sealed class MappingTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task Import_RealFileByItsMapping_TakesEveryRow()
    {
        var file = SharedData.PathTo("data", "enterprises", "jinhua-2019-companies.csv");
        var mapping = SharedData.InRepository("samples", "mappings", "jinhua-companies.json");

        var code = await _console.RunAsync(
            "import", "subjects", file, "--mapping", mapping, "--rejects", _console.PathOf("r.csv"));

        Assert.Equal(ExitCode.Ok, code);
        Assert.False(File.Exists(_console.PathOf("r.csv")));
        var subjects = _console.Store.Subjects.Values;
        Assert.Equal(2_185, subjects.Count);
        Assert.Equal(1_251, subjects.Count(s => s.DivisionCode == "330782"));
        Assert.All(subjects, s => Assert.Equal((SubjectKind.Enterprise, s.Uscc!.Value), (s.Kind, s.Id)));
        Assert.All(subjects, s => Assert.NotEmpty(s.Categories));
        Assert.InRange(subjects.Count(s => s.Categories.Contains("retail")), 800, 2_185);
        Assert.InRange(subjects.Count(s => s.Categories.Contains("restaurant")), 10, 500);
        Assert.All(subjects, s => Assert.Equal(2019, s.RegisteredOn!.Value.Year));
    }

    [Theory]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "name": { "colunm": "n" } } }""", "SUP1054")]
    [InlineData("""{ "mapping": 1, "of": "subjects" }""", "SUP1054")]
    [InlineData("""{ "mapping": 1, "of": "officers", "fields": {} }""", "SUP1057")]
    [InlineData("""{ "mapping": 2, "of": "subjects", "fields": {} }""", "SUP1057")]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "name": { "column": "absent" } } }""", "SUP1055")]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "nome": { "column": "n" } } }""", "SUP1056")]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "name": { "column": "n", "constant": "x" } } }""", "SUP1057")]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "name": {} } }""", "SUP1057")]
    [InlineData("""{ "mapping": 1, "of": "subjects", "fields": { "name": { "column": "n" } } }""", "SUP1053")]
    public async Task Import_WrongMapping_IsRefusedBeforeAnythingIsOpened(string mapping, string code)
    {
        var file = _console.Write("x.csv", "n,d\n甲,330782\n");

        Assert.Equal(ExitCode.Failed, await _console.RunAsync(
            "import", "subjects", file, "--mapping", _console.Write("m.json", mapping)));
        Assert.StartsWith(code, _console.Error, StringComparison.Ordinal);
        Assert.Equal(0, _console.Store.Opened);
    }

    [Fact]
    public async Task Import_MissingFileOrMapping_IsRefusedWithItsName()
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", _console.PathOf("none.csv")));
        Assert.StartsWith("SUP1051", _console.Error, StringComparison.Ordinal);
        Assert.Contains("none.csv", _console.Error, StringComparison.Ordinal);

        var file = _console.Write("x.csv", "n\n甲\n");
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", file, "--mapping", _console.PathOf("none.json")));
        Assert.Contains("none.json", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_EmptyFileOrRepeatedColumn_IsRefused()
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", _console.Write("e.csv", "")));
        Assert.StartsWith("SUP1058", _console.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "subjects", _console.Write("t.csv", "id,id\n")));
        Assert.StartsWith("SUP1059", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ValuesPrefixDatesDefaultsAndSeparator_AreApplied()
    {
        var file = _console.Write("x.csv", "code,n,state,since,tags\n92999999MA2E000115,甲,注销,2019/3/1,b|a|b\n91999999MA2E00150Y,乙,,,\n");
        var mapping = _console.Write(
            "m.json",
            """
            { "mapping": 1, "of": "subjects", "fields": {
              "uscc": { "column": "code" }, "name": { "column": "n" }, "division": { "constant": "330782" },
              "kind": { "column": "code", "prefix": 2, "values": { "91": "enterprise", "92": "self-employed" } },
              "status": { "column": "state", "values": { "存续": "active", "注销": "deregistered" }, "default": "存续" },
              "registered_on": { "column": "since", "dates": ["yyyy/M/d"] },
              "categories": { "column": "tags", "separator": "|", "default": "other" } } }
            """);

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", file, "--mapping", mapping));
        var shop = _console.Store.Subjects["92999999MA2E000115"];
        Assert.Equal((SubjectKind.SelfEmployed, SubjectStatus.Deregistered, new DateOnly(2019, 3, 1)), (shop.Kind, shop.Status, shop.RegisteredOn));
        Assert.Equal(["a", "b"], shop.Categories);
        var firm = _console.Store.Subjects["91999999MA2E00150Y"];
        Assert.Equal((SubjectKind.Enterprise, SubjectStatus.Active), (firm.Kind, firm.Status));
        Assert.Equal(["other"], firm.Categories);
    }
}
