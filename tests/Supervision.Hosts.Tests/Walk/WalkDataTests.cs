using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Hosts.Tests.Support;

namespace Supervision.Hosts.Tests.Walk;

public sealed class WalkDataTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task SampleData_AllThreeFiles_AreImportedWithoutARejectAndTwiceWithoutAChange()
    {
        var catalogue = WalkData.CopyTo(_console.Folder, "catalogue.json");
        var officers = WalkData.CopyTo(_console.Folder, "officers.csv");
        var subjects = WalkData.CopyTo(_console.Folder, "subjects.csv");

        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "items", catalogue));
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "officers", officers));
        Assert.Equal(ExitCode.Ok, await _console.RunAsync("import", "subjects", subjects));

        Assert.Equal((10, 80, 400), (_console.Store.Agencies.Count, _console.Store.Officers.Count, _console.Store.Subjects.Count));
        foreach (var id in (string[])[WalkData.NoodleShop, WalkData.TrainingCentre, WalkData.PackagingPrinter])
        {
            Assert.True(_console.Store.Subjects[id].IsDrawable);
            Assert.Equal("330782", _console.Store.Subjects[id].DivisionCode);
        }
    }

    [Fact]
    public void Catalogue_EveryPoint_ChecksAContentLineOfTheItemThatUsesIt()
    {
        var catalogue = WalkData.Catalogue();

        foreach (var item in catalogue.Items.Where(item => item.ChecklistId is not null))
        {
            var checklist = catalogue.Checklists.Single(c => c.Id == item.ChecklistId);
            Assert.Equal(item.Contents.Select(c => c.Code), checklist.Points.Select(p => p.ContentCode));
        }

        var catering = catalogue.Checklists.Single(c => c.Id == "catering-daily");
        Assert.Equal((30, 7), (catering.Points.Count, catering.Points.Count(p => p.Importance == PointImportance.Key)));
        var training = catalogue.Checklists.Single(c => c.Id == "training-offcampus");
        Assert.Equal(["heavier", "heavier", "heavier", "ordinary", "serious"], training.Points.Take(5).Select(p => p.Severity));
    }

    [Fact]
    public async Task ImportItems_WrongJson_NamesPathAndLine()
    {
        var file = _console.Write("c.json", "{ \"agencies\": [],\n  \"items\": [ { \"code\": 5 } ],\n  \"checklists\": [] }");

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "items", file));
        Assert.StartsWith("SUP1054", _console.Error, StringComparison.Ordinal);
        Assert.Contains("line 2", _console.Error, StringComparison.Ordinal);
        Assert.Contains("$.items[0].code", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportItems_ItemWithoutBasis_IsRefusedOnItsBasis()
    {
        var file = _console.Write(
            "c.json",
            """
            { "agencies": [{ "id": "a", "name": "A", "divisionCode": "330782", "fields": ["food"] }],
              "items": [{ "code": "33070100100000", "name": "n", "kind": "general", "ownerAgencyId": "a", "field": "food", "basis": [] }],
              "checklists": [] }
            """);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("import", "items", file));
        Assert.Matches("^SUP1112: .*58号.*\n$", _console.Error);
    }

    [Fact]
    public async Task ImportOfficers_BadRows_AreRejected()
    {
        await _console.RunAsync("import", "items", WalkData.CopyTo(_console.Folder, "catalogue.json"));
        var file = _console.Write(
            "o.csv",
            "id,name,agency,certificate,valid_from,valid_to,fields,suspended\n"
            + "1,甲,330782,c,2023-01-01,2028-01-01,food,false\n"
            + "1,乙,330782,c,2023-01-01,2028-01-01,food,false\n"
            + "2,丙,999999,c,2023-01-01,2028-01-01,food,false\n"
            + "3,丁,330782,c,2023-01-01,2022-01-01,food,false\n"
            + "4,戊,330782,c,2023-13-01,2022-01-01,food,false\n"
            + "5,己,330782,,,,food,maybe\n");

        Assert.Equal(ExitCode.ProblemsFound, await _console.RunAsync("import", "officers", file));
        var codes = (await File.ReadAllLinesAsync(file + ".rejects.csv")).Skip(1).Select(line => line.Split(',')[4]);
        Assert.Equal(["SUP1031", "SUP1214", "SUP1213", "SUP1044", "SUP1045"], codes);
        Assert.Equal(["1"], _console.Store.Officers.Keys);
    }
}
