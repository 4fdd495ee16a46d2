using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Supervision.Architecture.Tests;

/// <summary>Whoever reads zh-CN and whoever reads English get the same texts, with the same facts in them.</summary>
public sealed partial class ResourceTests
{
    [Fact]
    public void Resources_SayTheSameInBothLanguages()
    {
        var chinese = Repository.Sources("*.resx").Where(path => !path.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(chinese);
        Assert.All(chinese, path => Expect.Nothing(Differences(Load(path), Load(path[..^5] + ".en.resx"))));
    }

    // Supervision.Core is published with its English satellite; the neutral language is zh-CN.
    [Fact]
    public void Refusals_EachCodeHasAText()
    {
        var texts = Repository.Sources("*.resx").SelectMany(path => Texts(Load(path)).Keys).ToHashSet(StringComparer.Ordinal);
        var code = string.Concat(Repository.Sources("*.cs").Select(File.ReadAllText));
        Assert.NotEmpty(RefusedCodes(code));
        Expect.Nothing(RefusedCodes(code).Except(texts, StringComparer.Ordinal));
    }

    [Fact]
    public void RefusedCodes_GivenCode_FindsEachOnce() =>
        Assert.Equal(
            ["SUP1999", "SUP2999"],
            RefusedCodes("""return Refusal.Of("SUP1999", id); x ?? Refusal.Of( "SUP2999"); Refusal.Of("SUP1999"); $"SUP3999: thrown" """));

    [Fact]
    public void Differences_GivenUnequalFiles_NamesEach()
    {
        var chinese = XDocument.Parse(
            """<root><data name="a"><value>{0} 和 {1}</value></data><data name="b"><value>乙</value></data><data name="c"><value> </value></data><data name="e"><value>戊</value></data></root>""");
        var english = XDocument.Parse(
            """<root><data name="a"><value>{0} and {0}</value></data><data name="c"><value>c</value></data><data name="d"><value>d</value></data><data name="e"><value>e</value></data></root>""");
        Assert.Equal(
            ["a: {0}{1} against {0}", "b: only in zh-CN", "c: empty", "d: only in en"], Differences(chinese, english));
    }

    private static IReadOnlyList<string> RefusedCodes(string code) =>
        [.. RefusedCode().Matches(code).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Differences(XDocument chinese, XDocument english)
    {
        var zh = Texts(chinese);
        var en = Texts(english);
        return
        [
            .. from key in zh.Keys.Union(en.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let difference = Difference(zh.GetValueOrDefault(key), en.GetValueOrDefault(key))
               where difference is not null
               select $"{key}: {difference}",
        ];
    }

    private static string? Difference(string? zh, string? en)
    {
        if (zh is null || en is null)
        {
            return zh is null ? "only in en" : "only in zh-CN";
        }

        if (string.IsNullOrWhiteSpace(zh) || string.IsNullOrWhiteSpace(en))
        {
            return "empty";
        }

        return Holes(zh) == Holes(en) ? null : $"{Holes(zh)} against {Holes(en)}";
    }

    private static string Holes(string text) => string.Concat(
        Hole().Matches(text).Select(match => match.Value + "}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static XDocument Load(string path) => XDocument.Load(path);

    private static Dictionary<string, string> Texts(XDocument file) => file.Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "", StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Hole();

    [GeneratedRegex("Refusal\\.Of\\(\\s*\"(SUP\\d{4})\"")]
    private static partial Regex RefusedCode();
}
