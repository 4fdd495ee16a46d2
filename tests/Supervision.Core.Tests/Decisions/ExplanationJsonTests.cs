using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Decisions;

namespace Supervision.Core.Tests.Decisions;

// Goal: what was stored with a decision is shown years later as it was, in both languages, and a machine finds its numbers by name.
public sealed partial class ExplanationJsonTests
{
    private static readonly Gen<string> s_text = Gen.Elements("", "a", "监管积分", "<\"&>\n", "+6", "2026-02-01");

    private static readonly Gen<Message> s_message = Gen.OneOf(
        s_text.Select(Message.Literal),
        from key in Gen.Elements([.. ExplanationNames.All.Keys, "no.such.key"])
        from count in Gen.Choose(0, 7)
        from arguments in s_text.ListOf(count)
        select Message.Of(key, [.. arguments]));

    private static readonly Gen<LegalBasis?> s_basis = Gen.OneOf(
        Gen.Constant<LegalBasis?>(null),
        from law in Gen.Elements("法", "law")
        from article in s_text
        from days in Gen.Choose(0, 3)
        select (LegalBasis?)new LegalBasis(
            law, article, days > 0 ? new DateOnly(2026, 1, days) : null, days > 1 ? new DateOnly(2027, 1, days) : null));

    [Fact]
    public void Parse_WhatWasWritten_IsTheSameTree() => Prop.ForAll(
        Trees(4).ToArbitrary(),
        tree =>
        {
            var written = ExplanationJson.Of(tree);
            var read = ExplanationJson.Parse(written);
            Assert.Equal(written, ExplanationJson.Of(read));
            foreach (var culture in (string[])["zh-CN", "en"])
            {
                Assert.Equal(tree.In(CultureInfo.GetCultureInfo(culture)), read.In(CultureInfo.GetCultureInfo(culture)));
            }
        }).QuickCheckThrowOnFailure();

    // A published document: what an old version wrote must stay readable, whatever the names are by then.
    [Fact]
    public void Parse_ADocumentOfVersion1_IsRead()
    {
        const string Kept = """
            {"format":"supervision-explanation/1","tree":{"kind":"credit.line.posted","with":{"points":"+6","day":"2026-02-01","by":"N-1 a"},
            "basis":{"law":"L","article":"8","from":"2019-01-01"},"because":[{"text":"noted"}]}}
            """;
        Assert.Equal(
            "+6 posted on 2026-02-01 by N-1 a  [L 8]\n  noted", ExplanationJson.Parse(Kept).In(CultureInfo.GetCultureInfo("en")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"supervision-explanation/2","tree":{"text":"a"}}""")]
    [InlineData("""{"format":"supervision-explanation/1","tree":{}}""")]
    [InlineData("""{"format":"supervision-explanation/1","tree":{"kind":1}}""")]
    [InlineData("""{"format":"supervision-explanation/1","tree":{"text":"a","because":{}}}""")]
    public void Parse_SomethingElse_IsAFormatException(string text) =>
        Assert.Throws<FormatException>(() => ExplanationJson.Parse(text));

    [Fact]
    public void Names_OfEveryLine_CoverWhatItsTextShows()
    {
        foreach (var (key, names) in ExplanationNames.All)
        {
            var shown = Message.Of(key, [.. names.Select(name => $"⟨{name}⟩")]).In(CultureInfo.GetCultureInfo("en"));
            Assert.DoesNotContain(key, shown, StringComparison.Ordinal);
            Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotMatch(Placeholder(), shown);
        }
    }

    // Goal: what the document promises to machines is what is written.
    [Fact]
    public void Names_OfEveryLine_AreThoseOfTheDocument()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Supervision.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var documented = File.ReadLines(Path.Combine(folder, "docs", "reference", "explanations.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var known = ExplanationNames.All
            .Select(line => $"| `{line.Key}` | {string.Concat(line.Value.Select(name => $"`{name}`, ")).TrimEnd(' ', ',')} |".Replace("  |", " |", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(known, documented);
    }

    private static Gen<Explanation> Trees(int depth) =>
        from text in s_message
        from basis in s_basis
        from count in Gen.Choose(0, depth == 0 ? 0 : 3)
        from because in depth == 0 ? Gen.Constant(new List<Explanation>()) : Trees(depth - 1).ListOf(count)
        select new Explanation(text, basis, [.. because]);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
