using Supervision.Rules.Dmn;
using Supervision.Rules.Feel;

namespace Supervision.Rules.Tests.Dmn;

/// <summary>What is written is DMN 1.3 and decides as the table says; what could not be read back is never written.</summary>
public sealed class DmnTableWriterTests
{
    private static readonly DmnTable s_table = new(
        "等级", "PRIORITY", [new("监管积分", "number"), new("整改中", "boolean")], [new("等级", "string", "\"D\", \"B\", \"A\"")],
        [["< 6", "-", "\"A\""], ["[4..12)", "false", "\"B\""], [">= 12", "-", "\"D\""]]);

    [Theory]
    [InlineData(3, false, "\"A\"")]
    [InlineData(5, false, "\"B\"")]
    [InlineData(5, true, "\"A\"")]
    [InlineData(12, true, "\"D\"")]
    public void Write_ReadBack_DecidesAlike(int points, bool isRepairing, string expected)
    {
        var bytes = DmnTableWriter.Write(s_table);
        Assert.Contains("https://www.omg.org/spec/DMN/20191111/MODEL/", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var result = DmnModel.Load("grade.dmn", bytes).Evaluate("等级", new Dictionary<string, FeelValue>(StringComparer.Ordinal)
        {
            ["监管积分"] = FeelValue.Of((decimal)points),
            ["整改中"] = FeelValue.Of(isRepairing),
        });
        Assert.Equal(expected, result.Value.ToString());
        Assert.Equal(bytes, DmnTableWriter.Write(s_table));
    }

    [Fact]
    public void Write_ACellOfTheWrongType_IsRefused() => Assert.Equal(
        "SUP5111", Assert.Throws<FeelException>(() => DmnTableWriter.Write(s_table with { Rules = [["\"x\"", "-", "\"A\""]] })).Errors[0].Code);
}
