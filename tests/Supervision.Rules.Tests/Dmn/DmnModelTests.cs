using System.Text;
using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Tests.Dmn;

/// <summary>A model of each version reads alike; what is wrong with one is said with its place; nothing outside is ever fetched.</summary>
public sealed class DmnModelTests
{
    private const string Table = """
        <inputData id="i" name="监管积分"><variable name="监管积分" typeRef="number"/></inputData>
        <decision id="d" name="等级"><variable name="等级" typeRef="string"/>
          <informationRequirement><requiredInput href="#i"/></informationRequirement>
          <decisionTable hitPolicy="HIT">
            <input><inputExpression typeRef="number"><text>监管积分</text></inputExpression></input>
            <output name="等级"><outputValues><text>"D","C","A"</text></outputValues></output>
            <rule><inputEntry><text>&lt; 6</text></inputEntry><outputEntry><text>"A"</text></outputEntry></rule>
            <rule><inputEntry><text>[4..12)</text></inputEntry><outputEntry><text>"C"</text></outputEntry></rule>
            <rule><inputEntry><text>&gt;= 12</text></inputEntry><outputEntry><text>"D"</text></outputEntry></rule>
          </decisionTable>
        </decision>
        """;

    [Theory]
    [InlineData("20191111")]
    [InlineData("20211108")]
    [InlineData("20230324")]
    public void Load_EachVersion_DecidesAlike(string version)
    {
        var result = Evaluate(Model(Table, version, "UNIQUE"), 12);
        Assert.Equal("\"D\"", result.Value.ToString());
        Assert.Equal(("等级", 3), (result.Tables.Single().Decision, result.Tables.Single().Rows.Single()));
    }

    [Theory]
    [InlineData("FIRST", "\"A\"")]
    [InlineData("PRIORITY", "\"C\"")]
    [InlineData("OUTPUT ORDER", "[\"C\", \"A\"]")]
    [InlineData("RULE ORDER", "[\"A\", \"C\"]")]
    [InlineData("COLLECT", "[\"A\", \"C\"]")]
    public void Evaluate_TwoRowsMatch_TheHitPolicyDecides(string hit, string expected)
    {
        var model = Model(Table.Replace("typeRef=\"string\"", "", StringComparison.Ordinal), "20230324", hit);
        Assert.Equal(expected, Evaluate(model, 5).Value.ToString());
        Assert.Equal([1, 2], Evaluate(model, 5).Tables.Single().Rows);
    }

    [Theory]
    [InlineData("UNIQUE", 5, "SUP5146")]
    [InlineData("ANY", 5, "SUP5147")]
    public void Evaluate_RowsThatTheHitPolicyForbids_AreAnErrorNotAChoice(string hit, int points, string code) =>
        Assert.Equal(code, Assert.Throws<FeelException>(() => Evaluate(Model(Table, "20230324", hit), points)).Errors[0].Code);

    [Fact]
    public void Evaluate_NoRow_IsAnErrorThatNamesTheCase()
    {
        var holed = Table.Replace("[4..12)", "[4..11)", StringComparison.Ordinal);
        var error = Assert.Throws<FeelException>(() => Evaluate(Model(holed, "20230324", "FIRST"), 11)).Errors[0];
        Assert.Equal("SUP5148", error.Code);
        Assert.Contains("11", error.Message.ToString(), StringComparison.Ordinal);
    }

    // The place is that in the file: line 8 of the table, behind <text>.
    [Fact]
    public void Load_AWrongCellInStrictMode_IsRefusedWithItsLine()
    {
        var errors = Assert.Throws<FeelException>(() => DmnModel.Load("m.dmn", Model(Table.Replace("[4..12)", "\"x\"", StringComparison.Ordinal), "20230324", "FIRST"))).Errors;
        Assert.Equal(("SUP5111", "m.dmn", 9), (errors.Single().Code, errors.Single().Source, errors.Single().Line));
    }

    [Fact]
    public void Load_AWrongCellInStandardMode_IsAProblemAndNeverMatches()
    {
        var model = DmnModel.Load("m.dmn", Model(Table.Replace("[4..12)", "[4..", StringComparison.Ordinal), "20230324", "FIRST"), FeelMode.Standard);
        Assert.Equal("SUP5100", Assert.Single(model.Problems).Code);
        Assert.Equal("\"D\"", model.Evaluate("等级", Points(12)).Value.ToString());
    }

    [Fact]
    public void Load_ADocumentType_IsRefused()
    {
        var evil = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + Encoding.UTF8.GetString(Model("", "20230324", ""));
        Assert.Equal("SUP5141", Code(Encoding.UTF8.GetBytes(evil)));
    }

    [Fact]
    public void Load_ElementsTooDeep_AreRefused() => Assert.Equal(
        "SUP5126",
        Code(Model(string.Concat(Enumerable.Repeat("<list>", 5_000)) + string.Concat(Enumerable.Repeat("</list>", 5_000)), "20230324", "")));

    [Fact]
    public void Load_AnotherVersion_IsRefused() => Assert.Equal("SUP5142", Code(Model(Table, "20180521", "FIRST")));

    [Fact]
    public void Load_DecisionsThatNeedEachOther_AreRefused() => Assert.Equal(
        "SUP5150",
        Code(Model(
            """
            <decision id="a" name="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement><literalExpression><text>b</text></literalExpression></decision>
            <decision id="b" name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>a</text></literalExpression></decision>
            """,
            "20230324", "")));

    [Fact]
    public void Evaluate_AChainOfManyDecisions_EndsAtTheLimitAndNotTheStack()
    {
        var chain = new StringBuilder("<decision id=\"d0\" name=\"d0\"><literalExpression><text>0</text></literalExpression></decision>");
        for (var at = 1; at <= 5_000; at++)
        {
            chain.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                <decision id="d{at}" name="d{at}"><informationRequirement><requiredDecision href="#d{at - 1}"/></informationRequirement><literalExpression><text>d{at - 1} + 1</text></literalExpression></decision>
                """);
        }

        var model = DmnModel.Load("m.dmn", Model(chain.ToString(), "20230324", ""));
        Assert.Equal("100", model.Evaluate("d100", Points(0)).Value.ToString());
        Assert.Equal("SUP5126", Assert.Throws<FeelException>(() => model.Evaluate("d5000", Points(0))).Errors[0].Code);
    }

    private static string Code(byte[] content) => Assert.Throws<FeelException>(() => DmnModel.Load("m.dmn", content)).Errors[0].Code;

    private static DmnResult Evaluate(byte[] model, int points) => DmnModel.Load("m.dmn", model).Evaluate("等级", Points(points));

    private static Dictionary<string, FeelValue> Points(int points) => new(StringComparer.Ordinal) { ["监管积分"] = FeelValue.Of((decimal)points) };

    private static byte[] Model(string body, string version, string hit) => Encoding.UTF8.GetBytes(
        $"<definitions xmlns=\"https://www.omg.org/spec/DMN/{version}/MODEL/\" namespace=\"urn:m\" name=\"m\">\n{body.Replace("HIT", hit, StringComparison.Ordinal)}\n</definitions>");
}
