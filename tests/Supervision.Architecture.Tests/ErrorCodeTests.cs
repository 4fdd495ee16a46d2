using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Supervision.Architecture.Tests;

/// <summary>A code on a screen leads to a line in docs/reference/errors.md, and every line there has its code.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly string[] s_page = ["docs", "reference", "errors.md"];

    [Fact]
    public void Page_ListsExactlyTheCodesOfTheSource()
    {
        if (Repository.Approves)
        {
            File.WriteAllText(Repository.PathTo(s_page), Renewed(Repository.Read(s_page), UsesInSource(), EnglishTexts()));
        }

        var difference = Differences(UsesInSource().Keys, Rows(Repository.Read(s_page)));
        Assert.True(
            difference.Count == 0,
            $"docs/reference/errors.md and src/ disagree:\n{string.Join('\n', difference)}\nRenew the page, then describe new codes:\n"
            + "  SUPERVISION_APPROVE=1 dotnet test tests/Supervision.Architecture.Tests");
    }

    [Fact]
    public void Differences_GivenGapsOnBothSides_NamesThem() =>
        Assert.Equal(
            ["SUP1001 stands twice", "SUP1002 is not in the page", "SUP1003 is not in src/", "SUP1004 has no text"],
            Differences(
                ["SUP1001", "SUP1002", "SUP1004"],
                Rows("| SUP1001 | A | Wrong. |\n| SUP1001 | A | Wrong. |\n| SUP1003 | A | Gone. |\n| SUP1004 | A |  |\nSUP1002 in prose\n")));

    [Fact]
    public void Renewed_KeepsWrittenTextsAndAddsNewCodes()
    {
        var uses = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["SUP1001"] = "`A`", ["SUP2001"] = "`B`" };
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["SUP2001"] = "Task '{0}' | none." };
        var page = Renewed("# Codes\n\n## 1xxx\n\n| SUP1001 | `Old` | Written by hand. |\n| SUP1009 | `Old` | Gone. |\n", uses, texts);
        Assert.StartsWith("# Codes\n\n## 1xxx: registry, catalogue, calendar\n", page, StringComparison.Ordinal);
        Assert.Contains("| SUP1001 | `A` | Written by hand. |\n", page, StringComparison.Ordinal);
        Assert.Contains("| SUP2001 | `B` | Task '{0}' \\| none. |\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SUP1009", page, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Differences(
        IEnumerable<string> inSource, IReadOnlyList<(string Code, string Text)> rows)
    {
        var inPage = rows.Select(row => row.Code).ToList();
        var source = inSource.ToList();
        return
        [
            .. inPage.GroupBy(code => code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands twice"),
            .. source.Except(inPage, StringComparer.Ordinal).Select(code => $"{code} is not in the page"),
            .. inPage.Except(source, StringComparer.Ordinal).Select(code => $"{code} is not in src/"),
            .. rows.Where(row => string.IsNullOrWhiteSpace(row.Text)).Select(row => $"{row.Code} has no text"),
        ];
    }

    private static IReadOnlyList<(string Code, string Text)> Rows(string page) =>
        [.. Row().Matches(page).Select(match => (match.Groups["code"].Value, match.Groups["text"].Value.Trim()))];

    /// <summary>Code -> the types that give it, as Markdown.</summary>
    private static SortedDictionary<string, string> UsesInSource()
    {
        var uses = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var path in Repository.Sources("*.cs").Where(path => !Repository.Relative(path).Contains("/Laws/", StringComparison.Ordinal)).Concat(Repository.Sources("*.resx")))
        {
            foreach (var code in Code().Matches(File.ReadAllText(path)).Select(match => match.Value))
            {
                uses.TryAdd(code, new SortedSet<string>(StringComparer.Ordinal));
                if (path.EndsWith(".cs", StringComparison.Ordinal))
                {
                    uses[code].Add($"`{Path.GetFileNameWithoutExtension(path)}`");
                }
            }
        }

        return new(uses.ToDictionary(use => use.Key, use => string.Join(", ", use.Value), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> EnglishTexts() => Repository.Sources("*.en.resx")
        .SelectMany(path => XDocument.Load(path).Root!.Elements("data"))
        .Where(data => Code().IsMatch(data.Attribute("name")!.Value))
        .ToDictionary(data => data.Attribute("name")!.Value, data => Hole().Replace(data.Element("value")!.Value, "{$1}"), StringComparer.Ordinal);

    /// <summary>The page with one row for each code: the resource's text, else the one written by hand.</summary>
    private static string Renewed(
        string page, SortedDictionary<string, string> uses, Dictionary<string, string> texts)
    {
        var written = Rows(page).DistinctBy(row => row.Code).ToDictionary(row => row.Code, row => row.Text, StringComparer.Ordinal);
        var head = page.IndexOf("\n## ", StringComparison.Ordinal);
        var renewed = new StringBuilder(head < 0 ? page.TrimEnd() + "\n" : page[..(head + 1)]);
        foreach (var chapter in uses.GroupBy(use => use.Key[3]))
        {
            renewed.Append(renewed[^2] == '\n' ? "" : "\n").Append("## ").Append(Title(chapter.Key)).Append("\n\n| Code | Given by | What is wrong, what to do |\n| --- | --- | --- |\n");
            foreach (var (code, givenBy) in chapter)
            {
                var text = texts.GetValueOrDefault(code)?.Replace("|", "\\|", StringComparison.Ordinal) ?? written.GetValueOrDefault(code, "");
                renewed.Append("| ").Append(code).Append(" | ").Append(givenBy).Append(" | ").Append(text).Append(" |\n");
            }
        }

        return renewed.ToString();
    }

    private static string Title(char thousand) => thousand switch
    {
        '1' => "1xxx: registry, catalogue, calendar",
        '2' => "2xxx: tasks and cases",
        '3' => "3xxx: credit and risk",
        '4' => "4xxx: plans, draws and officers",
        '5' => "5xxx: rule packs",
        '6' => "6xxx: decision support and data",
        '7' => "7xxx: warnings, credit, commitments, coordination, data, comparison, dossiers",
        '9' => "9xxx: storage and journal",
        _ => thousand + "xxx",
    };

    // Which words stand in a gap is no matter of the page.
    [GeneratedRegex(@"\{(\d):[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"SUP\d{4}(?!\d)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (?<code>SUP\d{4}) \|[^|]*\|(?<text>.*)\|\s*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
