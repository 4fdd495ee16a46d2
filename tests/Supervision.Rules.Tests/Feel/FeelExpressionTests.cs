using Supervision.Rules.Feel;

namespace Supervision.Rules.Tests.Feel;

/// <summary>What an author may rely on: the language as the standard has it, Chinese names as they are, errors with their place.</summary>
public sealed class FeelExpressionTests
{
    private static readonly FeelScope s_scope = new(
        new("重点项", FeelType.Number),
        new("前次", FeelType.Number),
        new("处罚 次数", FeelType.Number),
        new("a-b", FeelType.Number),
        new("item", FeelType.ContextOf(new("code", FeelType.Text), new("severity", FeelType.Text))),
        new("点值", FeelType.Any),
        new("倍数", FeelType.ListOf(FeelType.Number)),
        new("企业", FeelType.ContextOf(new("名称", FeelType.Text), new("成立日期", FeelType.Date))),
        new("扣分", FeelType.ListOf(FeelType.ContextOf(new("分值", FeelType.Number), new("严重", FeelType.Boolean)))));

    private static readonly Dictionary<string, FeelValue> s_values = new(StringComparer.Ordinal)
    {
        ["重点项"] = FeelValue.Of(3m),
        ["前次"] = FeelValue.Of(5m),
        ["处罚 次数"] = FeelValue.Of(2m),
        ["a-b"] = FeelValue.Of(7m),
        ["item"] = Context(("code", FeelValue.Of("F1")), ("severity", FeelValue.Of("serious"))),
        ["点值"] = Context(("F1", Context(("serious", FeelValue.Of(4m)))), ("F2", FeelValue.Null)),
        ["倍数"] = FeelValue.ListOf(FeelValue.Of(1m), FeelValue.Of(1.25m), FeelValue.Of(1.5m)),
        ["企业"] = Context(("名称", FeelValue.Of("义乌某店")), ("成立日期", FeelValue.Of(new DateOnly(2024, 2, 29)))),
        ["扣分"] = FeelValue.ListOf(
            Context(("分值", FeelValue.Of(2m)), ("严重", FeelValue.Of(false))), Context(("分值", FeelValue.Of(6m)), ("严重", FeelValue.Of(true)))),
    };

    [Theory]
    [InlineData("重点项 >= 3", "true")]
    [InlineData("处罚 次数 + 重点项", "5")]
    [InlineData("a-b - 1", "6")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("get value(get value(点值, item.code), item.severity) * 倍数[min(前次, 2) + 1]", "6")]
    [InlineData("sum(扣分[严重].分值)", "6")]
    [InlineData("扣分[分值 > 1 and not(严重)]", "[{分值: 2, 严重: false}]")]
    [InlineData("企业.成立日期 + duration(\"P1Y\")", "@\"2025-02-28\"")]
    [InlineData("if 重点项 > 2 then \"重点\" else \"一般\"", "\"重点\"")]
    [InlineData("for i in 1..3 return i * 重点项", "[3, 6, 9]")]
    [InlineData("some x in 扣分 satisfies x.严重", "true")]
    [InlineData("(重点项 in [1..5]) and 前次 = 5", "true")]
    [InlineData("{ 甲: 1, 乙: 甲 + 1 }.乙", "2")]
    [InlineData("{ 阶乘: function(n: number) if n < 2 then 1 else n * 阶乘(n - 1), 值: 阶乘(10) }.值", "3628800")]
    [InlineData("years and months duration(@\"2025-03-01\", @\"2026-04-01\")", "@\"P1Y1M\"")]
    public void Evaluate_InStrictMode_GivesTheValue(string text, string expected) =>
        Assert.Equal(expected, FeelExpression.Parse(text, s_scope).Evaluate(s_values).ToString());

    // The column is that of the mistake, so that an editor can mark it.
    [Theory]
    [InlineData("重点 >= 3", "SUP5101", 1)]
    [InlineData("重点项 >= \"3\"", "SUP5110", 5)]
    [InlineData("重点项 in [1..5] and 前次 = 5", "SUP5104", 5)]
    [InlineData("1 +", "SUP5100", 4)]
    [InlineData("1 +\n企业.地址", "SUP5112", 4)]
    [InlineData("if 重点项 then 1 else 2", "SUP5111", 4)]
    [InlineData("abs(\"1\")", "SUP5107", 1)]
    [InlineData("重点项 instance of tNone", "SUP5114", 17)]
    [InlineData("min（1, 2）", "SUP5106", 1)]
    [InlineData("function() external { java: 1 }", "SUP5113", 20)]
    public void Parse_InStrictMode_RefusesWithThePlace(string text, string code, int column)
    {
        Assert.False(FeelExpression.TryParse(text, s_scope, FeelMode.Strict, out _, out var errors));
        Assert.Equal((code, column), (errors[0].Code, errors[0].Column));
    }

    [Theory]
    [InlineData("1 / (重点项 - 3)", "SUP5121")]
    [InlineData("倍数[9]", "SUP5123")]
    [InlineData("get value(点值, \"F9\")", "SUP5124")]
    [InlineData("点值.F2 + 1", "SUP5110")]
    [InlineData("today()", "SUP5124")]
    [InlineData("79228162514264337593543950335 + 重点项", "SUP5122")]
    public void Evaluate_WhereFeelHasNoAnswer_IsAnErrorInStrictModeAndNullWithAWarningInStandardMode(string text, string code)
    {
        if (FeelExpression.TryParse(text, s_scope, FeelMode.Strict, out var strict, out var errors))
        {
            errors = Assert.Throws<FeelException>(() => strict.Evaluate(s_values)).Errors;
        }

        Assert.Equal(code, errors[0].Code);
        var value = FeelExpression.Parse(text, s_scope, FeelMode.Standard).Evaluate(s_values, null, out var warnings);
        Assert.True(value.IsNull);
        Assert.Equal(code, warnings[0].Code);
    }

    [Fact]
    public void Evaluate_Today_IsTheDayThatTheCallerGave() => Assert.Equal(
        "@\"2026-03-01\"",
        FeelExpression.Parse("today()", s_scope).Evaluate(s_values, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8))).ToString());

    // What runs on or grows is stopped by counting, at the same place on every machine.
    [Theory]
    [InlineData("for a in 1..100000, b in 1..100000 return a", "SUP5125")]
    [InlineData("count(for i in 1..100000 return count(partial))", "SUP5125")]
    [InlineData("{ f: function(n) f(n + 1), r: f(1) }.r", "SUP5126")]
    [InlineData("{ f: function(s, n) if n = 0 then s else f(s + s, n - 1), r: f(\"ab\", 60) }.r", "SUP5125")]
    [InlineData("{ f: function(l, n) if n = 0 then l else f([l], n - 1), r: f([], 150) }.r", "SUP5126")]
    public void Evaluate_PastALimit_IsAnErrorInBothModes(string text, string code)
    {
        foreach (var mode in (FeelMode[])[FeelMode.Strict, FeelMode.Standard])
        {
            var error = Assert.Throws<FeelException>(() => FeelExpression.Parse(text, FeelScope.Empty, mode).Evaluate([])).Errors[0];
            Assert.Equal(code, error.Code);
        }
    }

    [Theory]
    [InlineData("(", 5_000)]
    [InlineData("[", 5_000)]
    [InlineData("-", 5_000)]
    [InlineData("1+", 5_000)]
    [InlineData("]1..2[", 3_000)]
    [InlineData("function(a: list<", 1_000)]
    [InlineData("if a then ", 1_000)]
    public void Parse_DeepText_IsRefusedAndDoesNotOverflow(string part, int times) =>
        Assert.False(FeelExpression.TryParse(string.Concat(Enumerable.Repeat(part, times)), FeelScope.Empty, FeelMode.Standard, out _, out _));

    [Theory]
    [InlineData("-", 1, true)]
    [InlineData("< 5, [7..9)", 8, true)]
    [InlineData("< 5, [7..9)", 9, false)]
    [InlineData("not(3, 4)", 4, false)]
    [InlineData("? > 前次 and ? < 8", 7, true)]
    public void Passes_TestsOfACell_AreThoseOfTheStandard(string cell, int value, bool expected) =>
        Assert.Equal(expected, FeelUnaryTests.Parse(cell, FeelType.Number, s_scope).Passes(FeelValue.Of((decimal)value), s_values));

    [Fact]
    public void Parse_ACellOfAnotherType_IsRefusedWithItsPlace() => Assert.Equal(
        ("SUP5111", 4),
        Place(Assert.Throws<FeelException>(() => FeelUnaryTests.Parse("1, \"a\"", FeelType.Number, s_scope)).Errors[0]));

    private static (string Code, int Column) Place(FeelError error) => (error.Code, error.Column);

    private static FeelValue Context(params (string Name, FeelValue Value)[] entries) =>
        FeelValue.ContextOf(entries.Select(entry => new KeyValuePair<string, FeelValue>(entry.Name, entry.Value)));
}
