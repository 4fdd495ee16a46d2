using System.Reflection;
using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>What documents point to is there: files behind links, types behind the glossary's names.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] s_packages = ["Supervision.Core", "Supervision.Rules", "Supervision.Storage"];

    [Fact]
    public void Links_LeadToFilesThatExist()
    {
        var documents = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Sources("*.md", "docs")).ToList();
        Assert.True(documents.Count > 5);
        Expect.Nothing(documents.SelectMany(path =>
            Dead(File.ReadAllText(path), Path.GetDirectoryName(path)!).Select(link => $"{Repository.Relative(path)}: {link}")));
    }

    [Fact]
    public void Dead_GivenALinkToNowhere_NamesIt() =>
        Assert.Equal(
            ["docs/nowhere.md"],
            Dead("[a](README.md#top) [b](docs/nowhere.md#x) [c](https://example.org/) [d](#here)", Repository.Root));

    [Fact]
    public void Glossary_EveryNameIsPublic() => Expect.Nothing(Unknown(CodePart()));

    [Fact]
    public void Glossary_EveryConceptHasOneTermAndOneName() => Expect.Nothing(Twice(Repository.Read("docs", "glossary.md")));

    [Fact]
    public void Unknown_GivenANameThatDoesNotExist_NamesIt() =>
        Assert.Equal(
            ["NoSuchType", "Subject.NoSuchMember"],
            Unknown("| 甲 | a | `NoSuchType` |\n| 乙 | b | `Subject.NoSuchMember` |\n| 丙 | c | `Subject` |\n| 丁 | d | `Subject.Name` |\n"));

    [Fact]
    public void Twice_GivenTwoNamesForOneTerm_NamesIt() =>
        Assert.Equal(
            ["`B`", "a", "甲"], Twice("| 甲 | a | `A` |\n| 甲 | b | `B` |\n| 乙 | a | `B` |\n").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Dead(string text, string folder) =>
        from match in Link().Matches(text)
        let link = match.Groups["link"].Value.Split('#')[0]
        where link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, link))
        select link;

    private static string CodePart()
    {
        var glossary = Repository.Read("docs", "glossary.md");
        return glossary[..glossary.IndexOf("## Fixed for later", StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Unknown(string text)
    {
        var types = s_packages.SelectMany(PublicApi.TypesOf)
            .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);
        return Row().Matches(text).Select(match => match.Groups["name"].Value).Where(name =>
        {
            var parts = name.Split('.');
            return !types[parts[0]].Any(type =>
                parts.Length == 1 || type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0);
        });
    }

    private static IEnumerable<string> Twice(string text) => Row().Matches(text)
        .SelectMany(match => new[] { match.Groups["chinese"].Value, match.Groups["english"].Value, $"`{match.Groups["name"].Value}`" })
        .GroupBy(term => term, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);

    [GeneratedRegex(@"\]\((?<link>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| (?<chinese>[^|]+) \| (?<english>[^|]+) \| `(?<name>[\w.]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
