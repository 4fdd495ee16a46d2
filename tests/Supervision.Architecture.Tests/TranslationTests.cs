using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>What stands in two languages has the same headings and, to the letter, the same code.</summary>
public sealed partial class TranslationTests
{
    [Fact]
    public void Tutorial_InChinese_HasTheSameHeadingsAndCode() =>
        Assert.Equal(Skeleton(Repository.Read("docs", "tutorial.md")), Skeleton(Repository.Read("docs", "tutorial.zh-CN.md")));

    [Fact]
    public void Readme_InChinese_HasTheSameHeadings() =>
        Assert.Equal(Headings(Repository.Read("README.md")), Headings(Repository.Read("README.zh-CN.md")));

    [Fact]
    public void Readme_InChinese_LeadsToTheSamePages() =>
        Assert.Equal(Links(Repository.Read("README.md")), Links(Repository.Read("README.zh-CN.md")));

    [Fact]
    public void Links_GivenAMissingOne_Differ() => Assert.Equal(["b.md", "docs/a"], Links("[A](docs/a.zh-CN) and [B](b.md), [A](docs/a); [中文](README.zh-CN.md)"));

    [Fact]
    public void Skeleton_GivenAMissingHeadingOrAnotherLetterOfCode_Differs()
    {
        const string Page = "# A\n\ntext\n\n```bash\n# run\nx\n```\n\n## B\n";
        Assert.Equal(["#", "```bash\n# run\nx\n```", "##"], Skeleton(Page));
        Assert.Equal(Skeleton(Page), Skeleton(Page.Replace("text", "文字", StringComparison.Ordinal)));
        Assert.NotEqual(Skeleton(Page), Skeleton(Page.Replace("## B\n", "", StringComparison.Ordinal)));
        Assert.NotEqual(Skeleton(Page), Skeleton(Page.Replace("\nx\n", "\ny\n", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Headings(string text) => Skeleton(text).Where(part => part[0] == '#');

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(link => link.Groups["to"].Value.Replace(".zh-CN", "", StringComparison.Ordinal))
        .Where(to => to != "README.md").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Skeleton(string text) => [.. Part().Matches(text.ReplaceLineEndings("\n")).Select(part => part.Value)];

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```\w+\n(?:.*\n)*?```$|^#+(?= )", RegexOptions.Multiline)]
    private static partial Regex Part();
}
