using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>docs/reference/packages.md: at most ten nouns of each package for a newcomer, all of them there, and how many types are public.</summary>
public sealed partial class PackageNounTests
{
    private const int Most = 10;

    [Fact]
    public void Page_NamesAtMostTenPublicNounsOfEachPackageAndCountsTheRest()
    {
        var path = Repository.PathTo("docs", "reference", "packages.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("SUPERVISION_APPROVE") == "1")
        {
            page = Row().Replace(page, row => row.Value.Replace(
                $"| {row.Groups["count"].Value} |", $"| {Count(row.Groups["package"].Value)} |", StringComparison.Ordinal));
            File.WriteAllText(path, page);
        }

        var rows = Row().Matches(page);
        Assert.Equal(
            Directory.GetDirectories(Repository.PathTo("src"), "Supervision.*").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            rows.Select(row => row.Groups["package"].Value).Order(StringComparer.Ordinal));
        Expect.Nothing(rows.SelectMany(row => Faults(
            row.Groups["package"].Value, row.Groups["count"].Value, [.. Noun().Matches(row.Groups["nouns"].Value).Select(noun => noun.Groups["name"].Value)])));
    }

    [Fact]
    public void Faults_GivenTooManyAndUnknownNouns_NamesThem() => Assert.Equal(
        [
            $"Supervision.Documents has {Count("Supervision.Documents")} public types, not 99", "Supervision.Documents: 11 nouns", "Supervision.Documents has no NoSuchNoun",
        ],
        Faults("Supervision.Documents", "99", ["NoSuchNoun", .. Enumerable.Repeat("FontSet", Most)]));

    private static IEnumerable<string> Faults(string package, string count, IReadOnlyList<string> nouns)
    {
        if (count != Count(package))
        {
            yield return $"{package} has {Count(package)} public types, not {count}";
        }

        if (nouns.Count is 0 or > Most)
        {
            yield return $"{package}: {nouns.Count} nouns";
        }

        var names = PublicApi.TypesOf(package).Select(type => type.Name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var noun in nouns.Where(noun => !names.Contains(noun)))
        {
            yield return $"{package} has no {noun}";
        }
    }

    private static string Count(string package) => PublicApi.TypesOf(package).Count.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| `(?<package>Supervision\.\w+)` \| (?<count>\d+) \| (?<nouns>.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Noun();
}
