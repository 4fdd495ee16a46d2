using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>docs/reference/configuration.md names each setting that the code reads, and no other.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string s_page = Repository.Read("docs", "reference", "configuration.md");

    [Fact]
    public void Variables_OfThePage_AreThoseOfTheSource() => Expect.Nothing(Apart(
        Variable().Matches(s_page).Select(match => match.Value),
        Repository.Sources("*.cs").SelectMany(path => Variable().Matches(File.ReadAllText(path)).Select(match => match.Value))));

    // The records that hold settings name them by their parameters; a parameter that is such a record is a section.
    [Fact]
    public void Settings_OfThePage_AreThoseOfTheWebHost()
    {
        var records = Repository.Sources("*Settings.cs", Path.Combine("src", "Hosts", "Supervision.Web")).Select(File.ReadAllText).ToList();
        Assert.True(records.Count >= 4, $"{records.Count} records of settings");
        Expect.Nothing(Apart(Setting().Matches(s_page).Select(match => match.Groups["name"].Value), records.SelectMany(Parameters)));
    }

    [Fact]
    public void Metrics_OfTheirPage_AreThoseOfTheSource()
    {
        var source = Repository.Sources("*.cs").SelectMany(path => Instrument().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value)).ToList();
        Assert.True(source.Count >= 3, $"{source.Count} instruments");
        Expect.Nothing(Apart(
            Row().Matches(Repository.Read("docs", "reference", "metrics.md")).Select(match => match.Groups["name"].Value), source));
    }

    [Fact]
    public void Apart_GivenASettingThatIsNotRead_AndOneThatIsNotNamed_SaysBoth() => Assert.Equal(
        ["A is on the page and not read", "C is read and not on the page"],
        Apart(["A", "B"], Parameters("internal sealed record XSettings(string B, IReadOnlyList<string> C, TokenSettings? Token)\n{\n    int Of(int d) => d;\n}\n")));

    private static IEnumerable<string> Apart(IEnumerable<string> page, IEnumerable<string> source)
    {
        var (named, read) = (page.ToHashSet(StringComparer.Ordinal), source.ToHashSet(StringComparer.Ordinal));
        return named.Except(read).Order(StringComparer.Ordinal).Select(name => $"{name} is on the page and not read")
            .Concat(read.Except(named).Order(StringComparer.Ordinal).Select(name => $"{name} is read and not on the page"));
    }

    private static IEnumerable<string> Parameters(string source) =>
        from record in Record().Matches(source)
        from parameter in record.Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries)
        where !parameter.Contains("Settings", StringComparison.Ordinal)
        select parameter.Split(' ')[^1];

    [GeneratedRegex("SUPERVISION_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"Create(?:Counter|Histogram|UpDownCounter)<\w+>\(\s*""(?<name>[a-z.]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| `(?<name>supervision\.[a-z.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`Supervision:(?:\\w+:)*(?<name>\\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"record \w+Settings\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Record();
}
