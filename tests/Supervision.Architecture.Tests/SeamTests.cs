using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>docs/guides/embedding.md: the twelve seams, each with a contract that is public, a default, and a sample whose code uses the contract.</summary>
public sealed partial class SeamTests
{
    private static readonly string[] s_packages = ["Supervision.Core", "Supervision.Rules", "Supervision.Storage", "Supervision.Documents", "Supervision.Testing"];

    [Fact]
    public void Seams_AreTwelveEachWithContractDefaultAndSample()
    {
        var rows = Row().Matches(Repository.Read("docs", "guides", "embedding.md").ReplaceLineEndings("\n"));
        Assert.Equal(12, rows.Count);
        Expect.Nothing(rows.SelectMany(row => Faults(
            [.. Noun().Matches(row.Groups["give"].Value).Select(noun => noun.Groups["name"].Value)], row.Groups["default"].Value,
            string.Concat(Repository.Sources("*.cs", Path.Combine("samples", row.Groups["sample"].Value)).Select(File.ReadAllText)))));
    }

    [Fact]
    public void Faults_GivenASeamThatIsNotShown_NamesEach() => Assert.Equal(
        ["NoSuchNoun is not public", "IBeacon has no default", "the sample does not use IBeacon"], Faults(["IBeacon", "NoSuchNoun"], " ", "class A : IBeacons;"));

    private static IEnumerable<string> Faults(string[] nouns, string byDefault, string sample)
    {
        foreach (var noun in nouns.Where(noun => !s_names.Value.Contains(noun)))
        {
            yield return $"{noun} is not public";
        }

        if (string.IsNullOrWhiteSpace(byDefault))
        {
            yield return $"{nouns[0]} has no default";
        }

        if (!Regex.IsMatch(sample, $@"\b{nouns[0]}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        {
            yield return $"the sample does not use {nouns[0]}";
        }
    }

    private static readonly Lazy<HashSet<string>> s_names = new(() => s_packages.SelectMany(PublicApi.TypesOf)
        .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name.Split('`')[0])).ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| [^|]+ \| (?<give>[^|]*`[^|]*) \| (?<default>[^|]*) \| \[(?<sample>\w+)\]\(\.\./\.\./samples/\w+/README\.md\) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Noun();
}
