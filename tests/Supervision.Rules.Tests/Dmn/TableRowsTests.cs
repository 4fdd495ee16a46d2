using System.Security;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Tests.Dmn;

/// <summary>The index of a DMN table finds the rows, and gives the warnings, that testing cell after cell gives.</summary>
public sealed class TableRowsTests
{
    private static readonly string[] s_numbers = ["-", "3", "< 3", ">= 6", "[3..6)", "not(3, 4)", "1, 8", "!= 5", "? > 4", "\"a\"", "[1, 2, 3]", "null"];
    private static readonly string[] s_words = ["-", "\"a\"", "\"b\", \"c\"", "not(\"a\")", "> \"a\"", "string length(?) = 2", "true", "[\"a\", \"dd\"]"];
    private static readonly FeelValue[] s_values =
    [
        .. Enumerable.Range(0, 10).Select(number => FeelValue.Of((decimal)number)), FeelValue.Of(3.5m), FeelValue.Null, FeelValue.True,
        FeelValue.Of("a"), FeelValue.Of("c"), FeelValue.Of("dd"), FeelValue.Of("other"), FeelValue.Of(new DateOnly(2026, 1, 1)),
    ];

    [Fact]
    public void Evaluate_AnyTable_FindsTheRowsThatItsCellsPass() => Prop.ForAll(
        (from rows in (from x in Gen.Elements(s_numbers) from y in Gen.Elements(s_words) select (x, y)).ListOf(6)
         from isPlain in Gen.Elements(true, false)
         select rows.Where(row => !isPlain || (!row.x.Contains('?') && !row.x.Contains('"') && row.x != "null")).ToArray()).ToArbitrary(),
        Agrees).QuickCheckThrowOnFailure();

    [Fact]
    public void Evaluate_ALargeTable_FindsEveryRow()
    {
        var rows = Enumerable.Range(0, 470).Select(row => ($"[{row}..{row + 2})", row % 2 == 0 ? "\"a\"" : "-")).ToArray();
        var model = Model(rows);
        for (var number = 0; number < 470; number++)
        {
            var expected = Enumerable.Range(0, 470).Where(row => row <= number && number < row + 2 && row % 2 != 0).Select(row => row + 1);
            Assert.Equal(expected, Rows(model, FeelValue.Of((decimal)number), FeelValue.Of("b")).Rows);
        }
    }

    private static void Agrees((string X, string Y)[] rows)
    {
        var model = Model(rows);
        var cells = rows.Select(row => (X: Cell(row.X), Y: Cell(row.Y))).ToArray();
        foreach (var x in s_values)
        {
            foreach (var y in s_values)
            {
                var expected = cells.Index().Where(row => Passes(row.Item.X, x) && Passes(row.Item.Y, y)).Select(row => row.Index + 1);
                Assert.Equal(expected, Rows(model, x, y).Rows);
            }
        }
    }

    private static FeelUnaryTests Cell(string text) => FeelUnaryTests.Parse(text, FeelType.Any, FeelScope.Empty, FeelMode.Standard);

    private static bool Passes(FeelUnaryTests cell, FeelValue value) => cell.Passes(value, new Dictionary<string, FeelValue>());

    private static DmnTableTrace Rows(DmnModel model, FeelValue x, FeelValue y) =>
        model.Evaluate("t", new Dictionary<string, FeelValue> { ["x"] = x, ["y"] = y }).Tables.Single();

    private static DmnModel Model((string X, string Y)[] rows)
    {
        var text = new StringBuilder("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
            <inputData id="x" name="x"><variable name="x"/></inputData><inputData id="y" name="y"><variable name="y"/></inputData>
            <decision id="t" name="t"><variable name="t"/>
            <informationRequirement><requiredInput href="#x"/></informationRequirement><informationRequirement><requiredInput href="#y"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT"><input><inputExpression><text>x</text></inputExpression></input>
            <input><inputExpression><text>y</text></inputExpression></input><output name="t"/>
            """);
        foreach (var (x, y) in rows)
        {
            text.Append("<rule><inputEntry><text>").Append(SecurityElement.Escape(x)).Append("</text></inputEntry><inputEntry><text>")
                .Append(SecurityElement.Escape(y)).Append("</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>");
        }

        return DmnModel.Load("t.dmn", Encoding.UTF8.GetBytes(text.Append("</decisionTable></decision></definitions>").ToString()), FeelMode.Standard);
    }
}
