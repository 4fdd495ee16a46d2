using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Tests.Decisions;

/// <summary>Columns of cases come to the same rows as one case after the other.</summary>
public sealed class TableBatchTests
{
    private static readonly string[] s_words = ["low", "medium", "high"];

    // Rows of one word of bits, and of three; columns on the scale of the bounds, coarser and finer; few bounds and many.
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(150)]
    public void Decide_AnyCases_GivesTheRowsOfTheTable(int rows) => Prop.ForAll(
        Gen.Choose(0, 999_999).ArrayOf(2_100).Zip(Gen.Choose(1, 1_000_000)).ToArbitrary(), one =>
        {
            var (cases, seed) = one;
            var pack = Pack(rows, seed);
            var table = ((TableDecision)pack.Decisions["d"]).Table;
            foreach (var scale in (int[])[0, 1, 2])
            {
                var numbers = Array.ConvertAll(cases, number => (long)(number % 1_200));
                var codes = Array.ConvertAll(cases, number => (long)(number / 1_200 % 3));
                var found = new int[cases.Length];
                TableBatch.Of(pack, "d").Decide([BatchColumn.OfNumbers(numbers, scale), BatchColumn.OfWords(s_words, codes)], found);
                for (var at = 0; at < cases.Length; at += 7)
                {
                    var inputs = new[] { RuleValue.Of(numbers[at] / Power(scale)), RuleValue.Of(s_words[codes[at]]) };
                    Assert.Equal(table.Find(inputs)?.Number ?? 0, found[at]);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void Value_OfARow_IsWhatTheRowSays() => Assert.Equal("3", TableBatch.Of(Pack(20, 5), "d").Value(3, 0).ToString());

    [Fact]
    public void Decide_AWordThatTheTableDoesNotKnow_HasNoRow()
    {
        var found = new int[1];
        TableBatch.Of(Pack(1, 1), "d").Decide([BatchColumn.OfNumbers([1], 0), BatchColumn.OfWords(["?"], [0])], found);
        Assert.Equal(0, found[0]);
    }

    [Fact]
    public void Decide_ColumnsThatDoNotFit_AreAnError()
    {
        var batch = TableBatch.Of(Pack(1, 1), "d");
        Assert.Contains("number", Assert.Throws<ArgumentException>(() => batch.Decide([], new int[1])).Message);
        var words = BatchColumn.OfWords(s_words, [0]);
        Assert.Contains("number", Assert.Throws<ArgumentException>(() => batch.Decide([words, words], new int[1])).Message);
        Assert.Throws<ArgumentException>(() => batch.Decide([BatchColumn.OfNumbers([1, 2], 0), words], new int[1]));
        Assert.Throws<ArgumentException>(() => TableBatch.Of(Pack(1, 1), "other"));
    }

    private static decimal Power(int scale) => scale switch { 0 => 1, 1 => 10, _ => 100 };

    // The widths and words come from the seed, so that some rows share cases and some cases have none.
    private static RulePack Pack(int rows, int seed)
    {
        var text = new StringBuilder("""
            policy: p
            version: "1"
            effective: { from: 2020-01-01 }
            source: { title: T }
            numbers: { scale: 1 }
            subject: { number: number, word: [low, medium, high] }
            decisions:
              d:
                hit: FIRST
                inputs: { subject.number: { min: 0, max: 2000, step: 0.1 }, subject.word: [low, medium, high] }
                outputs: { d: number }
                table:

            """.Replace("\r", ""));
        for (var row = 1; row <= rows; row++)
        {
            var low = row * 7;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"      - {{ if: [\"[{low}..{low + 1 + (seed % 6)}.5)\", {s_words[(seed + row) % 3]}], then: [{row}] }}\n");
        }

        return Samples.Load(text.Append("outputs: { d: { kind: amount, of: d, unit: u } }\n").ToString());
    }
}
