using Supervision.Rules.Packs;
using Supervision.Rules.Tables;

namespace Supervision.Rules.Tests.Tables;

/// <summary>What a form may change in a pack, and that nothing else changes.</summary>
public sealed class PackFieldsTests
{
    private static readonly string s_text = Samples.Text("yiwu-12-point");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Samples.Folder, "*.yaml").Select(file => Path.GetFileName(file)!)];

    // Law: a text whose fields are all set to what they are is the same text; set to something else it has that and nothing else changed.
    [Theory]
    [MemberData(nameof(Files))]
    public void Change_EveryFieldOfEverySample_IsThereAfterwardsAndTheOthersStay(string file)
    {
        var text = File.ReadAllText(Path.Combine(Samples.Folder, file));
        var fields = PackFields.Of(file, text);
        Assert.Equal(text, PackFields.Change(file, text, fields.ToDictionary(field => field.Id, field => field.Text)));
        Assert.Contains(fields, field => field.Kind == PackFieldKind.Version);
        foreach (var value in new[] { "3", ">= 9.5 \"x\"", "新词" })
        {
            foreach (var at in Enumerable.Range(0, fields.Count).Where(at => at % 7 == 0))
            {
                var changed = PackFields.Of(file, PackFields.Change(file, text, new Dictionary<string, string> { [fields[at].Id] = value }));
                Assert.Equal(fields.Select((field, other) => other == at ? value : field.Text), changed.Select(field => field.Text));
            }
        }
    }

    [Fact]
    public void Change_TwelveToTenFromTheFirstOfJanuary_IsAPackThatLoads()
    {
        var fields = PackFields.Of("p", s_text);
        var changed = PackFields.Change("p", s_text, new Dictionary<string, string>
        {
            [fields.Single(field => field.Kind == PackFieldKind.Version).Id] = "2027.1",
            [fields.Single(field => field.Kind == PackFieldKind.From).Id] = "2027-01-01",
            [fields.Single(field => field is { Kind: PackFieldKind.ParameterValue, Of: "full" }).Id] = "10",
        });
        var pack = RulePackLoader.Load("p", System.Text.Encoding.UTF8.GetBytes(changed));
        Assert.Equal(("2027.1", new DateOnly(2027, 1, 1)), (pack.Reference.Version, pack.Effective.From));
        Assert.Equal(3, changed.Split('\n').Zip(s_text.Split('\n')).Count(line => line.First != line.Second));
    }

    [Fact]
    public void Of_ATable_NamesEveryCellByRowAndColumn()
    {
        var cells = PackFields.Of("p", s_text).Where(field => field.Of == "等级").ToList();
        Assert.Equal(
            [(0, "综合分.active", ">= 90"), (1, "综合分.active", "[80..90)"), (2, "综合分.active", "[60..80)"), (3, "综合分.active", "< 60")],
            cells.Where(field => field.Kind == PackFieldKind.Test).Select(field => (field.Row, field.Label, field.Text)));
        Assert.Equal(["A", "B", "C", "D"], cells.Where(field => field.Kind == PackFieldKind.Output).Select(field => field.Text));
    }
}
