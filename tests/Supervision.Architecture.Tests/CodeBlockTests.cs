using System.Text.Json;
using System.Text.RegularExpressions;

namespace Supervision.Architecture.Tests;

/// <summary>Every C# block of a document stands, line by line, in a file that is compiled; those of the tutorial are run as they stand.</summary>
public sealed partial class CodeBlockTests
{
    [Fact]
    public void CSharp_OfEveryPage_StandsInACompiledFile()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Sources("*.md", "docs"))
            .Where(path => !Path.GetFileName(path).StartsWith("tutorial", StringComparison.Ordinal)).ToList();
        var compiled = Repository.Sources("*.cs", "samples").Concat(Repository.Sources("*.cs", "tests/Supervision.Testing.Tests"))
            .Select(path => Lines(File.ReadAllText(path))).ToList();
        Assert.True(pages.Sum(path => Blocks(File.ReadAllText(path)).Count()) >= 8);
        Expect.Nothing(pages.SelectMany(path => Missing(File.ReadAllText(path), compiled).Select(line => $"{Repository.Relative(path)}: {line}")));
    }

    [Fact]
    public void Json_OfEveryPage_IsJson()
    {
        var pages = Repository.Sources("*.md", "docs").Where(path => File.ReadAllText(path).Contains("```json\n", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 5);
        Expect.Nothing(pages.SelectMany(path => NotJson(File.ReadAllText(path)).Select(error => $"{Repository.Relative(path)}: {error}")));
    }

    [Fact]
    public void NotJson_GivenABlockThatBreaksOff_SaysSo() => Assert.Single(NotJson("```json\n{ \"a\": 1 }\n```\n\n```json\n{ \"a\": 1, }\n```\n"));

    [Fact]
    public void Tutorial_IsRunAsItStands() =>
        Assert.Contains("node .ci/tutorial.mjs docs/tutorial.md artifacts/feed", Repository.Read(".ci", "run"), StringComparison.Ordinal);

    [Theory]
    [InlineData("```csharp\nvar a = 1;\nvar b = 3;\n```\n", "var a = 1;")]
    [InlineData("```csharp\nvar a = 1;\n\n    var b = 2;\n```\n", "var a = 1;")]
    [InlineData("```csharp\nvar a = 1;\n\nvar b = 2;\n```\n", null)]
    [InlineData("```bash\nvar c\n```\n", null)]
    public void Missing_GivenABlockThatIsNotCompiled_NamesItsFirstLine(string page, string? line) => Assert.Equal(
        line is null ? [] : [line], Missing(page, [Lines("class A\n{\n    void B()\n    {\n        var a = 1;\n\n        var b = 2;\n    }\n}\n")]));

    private static IEnumerable<string> Missing(string page, IReadOnlyList<string[]> compiled) =>
        from block in Blocks(page)
        let lines = Lines(block)
        where !compiled.Any(file => Enumerable.Range(0, file.Length).Any(at => StandsAt(file, at, lines)))
        select lines[0];

    // Indented as a whole, by any number of blanks.
    private static bool StandsAt(string[] file, int at, string[] lines)
    {
        var indent = file[at].Length - file[at].TrimStart(' ').Length;
        return at + lines.Length <= file.Length && lines.Index().All(line =>
            file[at + line.Index] == (line.Item.Length == 0 ? "" : new string(' ', indent) + line.Item));
    }

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    private static IEnumerable<string> NotJson(string page)
    {
        foreach (Match block in JsonBlock().Matches(page.ReplaceLineEndings("\n")))
        {
            string? error = null;
            try
            {
                JsonDocument.Parse(block.Groups["code"].Value).Dispose();
            }
            catch (JsonException wrong)
            {
                error = wrong.Message;
            }

            if (error is not null)
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<string> Blocks(string page) => Block().Matches(page.ReplaceLineEndings("\n")).Select(match => match.Groups["code"].Value);

    [GeneratedRegex(@"^```json\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"^```csharp\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
