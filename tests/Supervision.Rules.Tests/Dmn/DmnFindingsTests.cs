using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Tests.Dmn;

/// <summary>What is found wrong in a DMN table is what trying every case finds, and nothing else.</summary>
public sealed class DmnFindingsTests
{
    private static readonly string[] s_numbers = ["-", "3", "< 3", ">= 6", "[3..6)", "(3..6]", "not(3, 4)", "1, 8", "<= 3", "> 6", "[0..2.5]"];
    private static readonly string[] s_words = ["-", "\"a\"", "\"b\", \"c\"", "not(\"a\")", "\"a\", \"b\""];
    private static readonly string[] s_allowed = ["", "[0..8]", "[0..6)", ">= 3"];
    private static readonly string[] s_known = ["", "\"a\", \"b\"", "\"a\", \"b\", \"c\""];

    // The bounds, a number between each two of them, one beyond each end; every word, and one that nobody names.
    private static readonly decimal[] s_points = [-1, 0, 0.5m, 1, 1.5m, 2, 2.5m, 2.7m, 3, 3.5m, 4, 5, 6, 7, 8, 9];
    private static readonly string[] s_texts = ["a", "b", "c", "z"];

    [Fact]
    public void Findings_AnyTable_AreThoseOfTryingEveryCase() => Prop.ForAll(
        (from rows in (from x in Gen.Elements(s_numbers) from y in Gen.Elements(s_words) select (x, y)).NonEmptyListOf()
         from allowed in Gen.Elements(s_allowed)
         from known in Gen.Elements(s_known)
         from policy in Gen.Elements("UNIQUE", "FIRST")
         select (Rows: rows.Take(6).ToArray(), allowed, known, policy)).ToArbitrary(),
        one => Agrees(one.Rows, one.allowed, one.known, one.policy)).QuickCheckThrowOnFailure();

    // 30 is a row of its own, 31 to 45 another: between them lies a gap, since numbers are dense unless the column says otherwise.
    [Fact]
    public void Findings_BandsWithAHole_NameACaseInIt()
    {
        var finding = Assert.Single(Model("UNIQUE", "[0..100]", "", [("[0..30]", "-"), ("[31..45]", "-"), ("(45..100]", "-")]).Findings());
        Assert.Equal((DmnFindingKind.Gap, "t"), (finding.Kind, finding.Table));
        Assert.Matches("^x = 30\\.\\d$", finding.Case);
    }

    [Fact]
    public void Findings_ACellThatIsNoConstant_SaysThatItWasNotJudged()
    {
        var finding = Assert.Single(Model("UNIQUE", "", "", [("[0..30]", "-"), ("? > 4", "-")]).Findings());
        Assert.Equal((DmnFindingKind.NotJudged, "2"), (finding.Kind, string.Join(", ", finding.Rows)));
    }

    [Fact]
    public void Findings_ADefaultOutput_LeavesNoGap() =>
        Assert.Empty(Model("UNIQUE", "", "", [("[0..30]", "-")], "<defaultOutputEntry><text>0</text></defaultOutputEntry>").Findings());

    // 470 rows, one overlap and one hole planted.
    [Fact]
    public void Findings_ALargeTable_FindTheOneGapAndTheOneOverlap()
    {
        var rows = Enumerable.Range(0, 470).Select(row => (row switch { 200 => "[200..200.5)", 300 => "[299.5..301)", _ => $"[{row}..{row + 1})" }, "-")).ToArray();
        var found = Model("UNIQUE", "[0..470)", "", rows).Findings();
        Assert.Equal(2, found.Count);
        Assert.Equal((DmnFindingKind.Overlap, 300, 301), (found[0].Kind, found[0].Rows[0], found[0].Rows[1]));
        Assert.Matches("^x = 200\\.[5-9]", found[1].Case);
    }

    private static void Agrees((string X, string Y)[] rows, string allowed, string known, string policy)
    {
        var findings = Model(policy, allowed, known, rows).Findings();
        var cells = Array.ConvertAll(rows, row => (X: Cell(row.X), Y: Cell(row.Y)));
        var cases = (from x in s_points
                     from y in s_texts
                     where (allowed.Length == 0 || Passes(Cell(allowed), FeelValue.Of(x))) && (known.Length == 0 || Passes(Cell(known), FeelValue.Of(y)))
                     select (int[])[.. cells.Index().Where(row => Passes(row.Item.X, FeelValue.Of(x)) && Passes(row.Item.Y, FeelValue.Of(y))).Select(row => row.Index + 1)]).ToList();
        var matched = cases.SelectMany(rows => rows).ToHashSet();
        int[] live = [.. Enumerable.Range(1, rows.Length).Where(matched.Contains)];

        Assert.Equal(cases.Exists(rows => rows.Length == 0), findings.Any(finding => finding.Kind == DmnFindingKind.Gap));
        Assert.Equal(Enumerable.Range(1, rows.Length).Except(live), Of(DmnFindingKind.DeadRow));
        Assert.Equal(
            policy == "UNIQUE"
                ? cases.SelectMany(rows => from upper in rows from lower in rows where upper < lower select $"{upper} {lower}").Distinct().Order(StringComparer.Ordinal)
                : [],
            findings.Where(finding => finding.Kind == DmnFindingKind.Overlap).Select(finding => $"{finding.Rows[0]} {finding.Rows[1]}").Order(StringComparer.Ordinal));
        Assert.Equal(policy == "FIRST" ? live.Except(cases.Where(rows => rows.Length > 0).Select(rows => rows[0])) : [], Of(DmnFindingKind.ShadowedRow));
        Assert.DoesNotContain(findings, finding => finding.Kind == DmnFindingKind.NotJudged);

        IEnumerable<int> Of(DmnFindingKind kind) => findings.Where(finding => finding.Kind == kind).Select(finding => finding.Rows[0]);
    }

    private static FeelUnaryTests Cell(string text) => FeelUnaryTests.Parse(text, FeelType.Any, FeelScope.Empty, FeelMode.Standard);

    private static bool Passes(FeelUnaryTests cell, FeelValue value) => cell.Passes(value, new Dictionary<string, FeelValue>());

    private static DmnModel Model(string policy, string allowed, string known, (string X, string Y)[] rows, string output = "")
    {
        var text = new StringBuilder($"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
            <inputData id="x" name="x"><variable name="x"/></inputData><inputData id="y" name="y"><variable name="y"/></inputData>
            <decision id="t" name="t"><variable name="t"/>
            <informationRequirement><requiredInput href="#x"/></informationRequirement><informationRequirement><requiredInput href="#y"/></informationRequirement>
            <decisionTable hitPolicy="{policy}"><input><inputExpression><text>x</text></inputExpression>{Values(allowed)}</input>
            <input><inputExpression><text>y</text></inputExpression>{Values(known)}</input><output name="t">{output}</output>
            """);
        foreach (var (x, y) in rows)
        {
            text.Append("<rule>").Append(Entry("inputEntry", x)).Append(Entry("inputEntry", y)).Append(Entry("outputEntry", "1")).Append("</rule>");
        }

        return DmnModel.Load("m.dmn", Encoding.UTF8.GetBytes(text.Append("</decisionTable></decision></definitions>").ToString()), FeelMode.Standard);
    }

    private static string Values(string values) => values.Length == 0 ? "" : Entry("inputValues", values);

    private static string Entry(string name, string text) => $"<{name}><text>{System.Security.SecurityElement.Escape(text)}</text></{name}>";
}
