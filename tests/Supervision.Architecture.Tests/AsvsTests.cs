using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

// Goal: docs/security/asvs.md says of each requirement of OWASP ASVS 5.0.0 levels 1 and 2 what holds it, and what it names exists.
public sealed partial class AsvsTests
{
    // 70 of level 1, 183 of level 2 in the published table of requirements.
    private const int FirstLevel = 70;
    private const int SecondLevel = 183;

    [Fact]
    public void Page_NamesEveryRequirementOnceAndOnlyWhatExists() => Expect.Nothing(Wrong(Repository.Read("docs", "security", "asvs.md")));

    [Theory]
    [InlineData("| 1.1.1 | 2 | test | `NoSuchTests` |", "1.1.1: there are no NoSuchTests")]
    [InlineData("| 1.1.1 | 2 | doc | [x](../no-such.md) |", "1.1.1: there is no ../no-such.md")]
    [InlineData("| 1.1.1 | 2 | test | trust us |", "1.1.1: no test is named")]
    [InlineData("| 1.1.1 | 2 | fine | x |", "1.1.1: 'fine' is no answer")]
    [InlineData("| 1.1.1 | 2 | n/a | x |\n| 1.1.1 | 2 | n/a | x |", "1.1.1 stands twice")]
    public void Wrong_GivenAPageWithAFault_NamesIt(string page, string fault) => Assert.Contains(fault, Wrong(page));

    private static IEnumerable<string> Wrong(string page)
    {
        var rows = Requirement().Matches(page).ToList();
        foreach (var twice in rows.GroupBy(row => row.Groups["id"].Value).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key} stands twice";
        }

        foreach (var (level, number) in new[] { ("1", FirstLevel), ("2", SecondLevel) })
        {
            if (rows.Count(row => row.Groups["level"].Value == level) is var found && found != number)
            {
                yield return $"{found} requirements of level {level} instead of {number}";
            }
        }

        var tests = Repository.Sources("*.cs", "tests").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (id, kind, text) = (row.Groups["id"].Value, row.Groups["kind"].Value, row.Groups["text"].Value);
            var named = Test().Matches(text).Select(match => match.Groups["name"].Value).ToList();
            if (kind is not ("test" or "doc" or "host" or "n/a" or "open"))
            {
                yield return $"{id}: '{kind}' is no answer";
            }

            if (kind == "test" && named.Count == 0 && !text.StartsWith("the same", StringComparison.Ordinal))
            {
                yield return $"{id}: no test is named";
            }

            foreach (var test in named.Where(test => !tests.Contains(test)))
            {
                yield return $"{id}: there are no {test}";
            }

            foreach (var path in Link().Matches(text).Select(match => match.Groups["path"].Value).Where(path => path.Length > 0))
            {
                if (!Path.Exists(Path.GetFullPath(Repository.PathTo("docs", "security", path))))
                {
                    yield return $"{id}: there is no {path}";
                }
            }
        }
    }

    [GeneratedRegex(@"^\| (?<id>\d+\.\d+\.\d+) \| (?<level>\d) \| (?<kind>\S+) \| (?<text>.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"`(?<name>\w+(Tests|Contract))`", RegexOptions.ExplicitCapture)]
    private static partial Regex Test();

    [GeneratedRegex(@"\]\((?<path>[^)#]*)[^)]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
