using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Tests.Decisions;

// Goal: what is wrong with a table as a whole is found when it is loaded, exactly, and nothing else is reported.
public sealed class TableChecksTests
{
    private const string Number = "{ min: 0, max: 9, step: 1 }";

    private static readonly Gen<(string Hit, string[][] Rows)> s_tables =
        from hit in Gen.Elements("FIRST", "UNIQUE", "ANY")
        from count in Gen.Choose(1, 5)
        from numbers in Gen.Elements("-", "< 3", "[3..6)", "(2..7]", ">= 6", "4", "1, 8", "> 20", "(4..5)").ArrayOf(2 * count)
        from words in Gen.Elements("-", "A", "B", "\"A, B\"").ArrayOf(count)
        from outputs in Gen.Elements("x", "y").ArrayOf(count)
        select (hit, Enumerable.Range(0, count).Select(row => (string[])[numbers[2 * row], words[row], numbers[(2 * row) + 1], outputs[row]]).ToArray());

    // Method: the answer of every one of the 200 cases of a small table, tested cell by cell, against the checks.
    [Fact]
    public void Load_AnyTable_ReportsExactlyWhatTryingEveryCaseFinds() =>
        Prop.ForAll(s_tables.ToArbitrary(), table =>
        {
            var reported = Errors(Pack(table.Hit, "complete: true", Number, table.Rows));
            var matches = (from one in Enumerable.Range(0, 10)
                           from word in (string[])["A", "B"]
                           from two in Enumerable.Range(0, 10)
                           select Enumerable.Range(0, table.Rows.Length).Where(row =>
                               Passes(table.Rows[row][0], one) && table.Rows[row][1] is var cell
                               && (cell == "-" || cell.Contains(word, StringComparison.Ordinal)) && Passes(table.Rows[row][2], two)).ToArray()).ToArray();
            int[] rows = [.. Enumerable.Range(0, table.Rows.Length)];
            int[] dead = [.. rows.Where(row => !matches.Any(match => match.Contains(row)))];
            Assert.Equal(matches.Any(match => match.Length == 0), reported.Any(error => error.Code == "SUP5033"));
            Assert.Equal(dead, Rows(reported, "SUP5034"));
            Assert.Equal(
                table.Hit != "FIRST" ? [] : rows.Where(row => !dead.Contains(row) && !matches.Any(match => match.Length > 0 && match[0] == row)),
                Rows(reported, "SUP5035"));
            Assert.Equal(
                from lower in rows
                from upper in rows.Take(lower)
                where table.Hit != "FIRST" && (table.Hit == "UNIQUE" || table.Rows[upper][3] != table.Rows[lower][3])
                    && matches.Any(match => match.Contains(upper) && match.Contains(lower))
                select (upper, lower),
                reported.Where(error => error.Code == "SUP5027").Select(error => (Argument(error, 0) - 1, Argument(error, 1) - 1)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Goal: the step of the domain decides. 0–30 and 31–45 are whole on step 1 and leave a gap on step 0.2.
    [Theory]
    [InlineData("1", null)]
    [InlineData("0.2", "clean = 30.2")]
    public void Load_BandsOfWholeNumbers_HaveAGapOnAFinerStep(string step, string? gap)
    {
        var errors = Errors(Pack(
            "UNIQUE", "complete: true", $"{{ min: 0, max: 45, step: {step} }}", ["[0..30]", "-", "-", "x"], ["[31..45]", "-", "-", "y"]));
        Assert.Equal(gap is null ? [] : (string[])[gap], errors.Select(error => error.Message.Arguments[1]));
    }

    // Goal: in a table of 470 rows every planted gap and overlap is found with its place, and none where there is none.
    [Fact]
    public void Load_ALargeTable_FindsWhatWasPlantedAndNothingElse()
    {
        Assert.Empty(Errors(Large(_ => { })));
        Assert.Equal(
            ["clean = 37, current = B", "clean = 101, current = A"],
            Errors(Large(rows =>
            {
                rows.RemoveAll(row => row is ["101", "A", ..]);
                rows.RemoveAll(row => row is ["37", "B", ..]);
            })).Select(error => error.Message.Arguments[1]));

        var overlaps = Errors(Large(rows => rows[399][0] = rows[17][0]).Replace("complete: true", "complete: false", StringComparison.Ordinal));
        Assert.Equal([("SUP5027", 18, 400)], overlaps.Select(error => (error.Code, Argument(error, 0), Argument(error, 1))));
        Assert.Equal("clean = 8, current = B, points = 0", overlaps[0].Message.Arguments[3]);
    }

    // Goal: an author of a table that may have gaps still sees each of them, by the same exact search.
    [Fact]
    public void Gaps_OfATableThatMayHaveThem_AreEachGivenByACase()
    {
        var pack = Samples.Load(Large(rows =>
        {
            rows.RemoveAll(row => row is ["101", "A", ..]);
            rows.RemoveAll(row => row is ["37", "B", ..]);
        }).Replace("complete: true", "complete: false", StringComparison.Ordinal));
        Assert.Equal(
            [new("class", "clean = 37, current = B"), new("class", "clean = 101, current = A")],
            TableGap.Of(pack).Where(gap => gap.Table is "class"));
        Assert.DoesNotContain(TableGap.Of(Samples.Load(Large(_ => { }))), gap => gap.Table is "class");
    }

    // Goal: the index gives the row that testing row after row gives, past 64 rows too.
    [Fact]
    public void Decide_ALargeTable_GivesTheRowOfTheCase()
    {
        var pack = Samples.Load(Large(_ => { }));
        var table = ((TableDecision)pack.Decisions["class"]).Table;
        for (var one = 0; one < 235; one++)
        {
            Assert.Equal((2 * one) + 1, table.Decide([Value(one), Word("A"), Value(3)]).Number);
            Assert.Equal((2 * one) + 2, table.Decide([Value(one), Word("B"), Value(9)]).Number);
        }

        Assert.Throws<RuleEvaluationException>(() => table.Decide([Value(235), Word("A"), Value(0)]));
        Assert.Throws<RuleEvaluationException>(() => table.Decide([Value(1), Word("C"), Value(0)]));
    }

    [Theory]
    [InlineData("{ step: 0 }")]
    [InlineData("{ min: 3, max: 2, step: 1 }")]
    public void Load_NoDomain_IsRefused(string domain) =>
        Assert.Equal("SUP5036", Assert.Single(Errors(Pack("FIRST", "", domain, ["-", "-", "-", "x"]))).Code);

    private static RuleValue Value(int number) => RuleValue.Of(number);

    private static RuleValue Word(string word) => RuleValue.Of(word);

    private static string Large(Action<List<string[]>> plant)
    {
        var rows = Enumerable.Range(0, 470).Select(row => (string[])
            [Invariant(row / 2), row % 2 == 0 ? "A" : "B", "-", row % 3 == 0 ? "x" : "y"]).ToList();
        plant(rows);
        return Pack("UNIQUE", "complete: true", "{ min: 0, max: 234, step: 1 }", [.. rows]);
    }

    private static string Pack(string hit, string complete, string domain, params string[][] rows)
    {
        var text = new StringBuilder($$"""
            policy: p
            version: "1"
            effective: { from: 2026-01-01 }
            source: { title: T }
            parameters: { weight: { 2026-01-01: { A: 1, B: 2, C: 3, D: 4 } } }
            decisions:
              grade:
                hit: FIRST
                inputs: { grade: [A, B, C, D] }
                outputs: { grade: [A, B, C, D] }
                table: [ { if: ["-"], then: [A] } ]
              class:
                hit: {{hit}}
                {{complete}}
                inputs: { clean: {{domain}}, current: [A, B], points: {{Number}} }
                outputs: { class: [x, y] }
                table:

            """);
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - {{ if: [\"{row[0]}\", {(row[1] == "-" ? "\"-\"" : row[1])}, \"{row[2]}\"], then: [{row[3]}] }}\n");
        }

        return text.Append("risk: { class: grade, weight: weight }\n").ToString();
    }

    private static IReadOnlyList<RulePackError> Errors(string pack) =>
        (Record.Exception(() => Samples.Load(pack)) as RulePackException)?.Errors
            .ToArray() ?? [];

    private static int[] Rows(IEnumerable<RulePackError> errors, string code) =>
        [.. errors.Where(error => error.Code == code).Select(error => Argument(error, 0) - 1)];

    private static int Argument(RulePackError error, int at) => int.Parse(error.Message.Arguments[at], CultureInfo.InvariantCulture);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Passes(string test, int number) => test switch
    {
        "-" => true,
        "< 3" => number < 3,
        "[3..6)" => number is >= 3 and < 6,
        "(2..7]" => number is > 2 and <= 7,
        ">= 6" => number >= 6,
        "4" => number == 4,
        "1, 8" => number is 1 or 8,
        _ => false,
    };
}
