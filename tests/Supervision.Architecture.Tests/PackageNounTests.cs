using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>docs/reference/packages.md: at most ten nouns of each package for a newcomer, all of them there, and how many types are public at most.</summary>
public sealed partial class PackageNounTests
{
    private const int Most = 10;

    [Fact]
    public void Page_NamesAtMostTenPublicNounsOfEachPackageAndLimitsTheRest()
    {
        var page = Repository.Read("docs", "reference", "packages.md").ReplaceLineEndings("\n");
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
            $"Supervision.Documents has {PublicApi.TypesOf("Supervision.Documents").Count} public types", "Supervision.Documents: 11 nouns", "Supervision.Documents has no NoSuchNoun",
        ],
        Faults("Supervision.Documents", "1", ["NoSuchNoun", .. Enumerable.Repeat("FontSet", Most)]));

    private static IEnumerable<string> Faults(string package, string count, IReadOnlyList<string> nouns)
    {
        var types = PublicApi.TypesOf(package);
        if (types.Count > int.Parse(count, CultureInfo.InvariantCulture))
        {
            yield return $"{package} has {types.Count} public types";
        }

        if (nouns.Count is 0 or > Most)
        {
            yield return $"{package}: {nouns.Count} nouns";
        }

        var names = types.Select(type => type.Name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var noun in nouns.Where(noun => !names.Contains(noun)))
        {
            yield return $"{package} has no {noun}";
        }
    }

    [GeneratedRegex(@"^\| `(?<package>Supervision\.\w+)` \| (?<count>\d+) \| (?<nouns>.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Noun();
}
