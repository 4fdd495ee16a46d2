using Supervision.Registry;

namespace Supervision.Core.Tests.Registry;

public sealed class ResidentIdTests
{
    // The two examples of GB 11643-1999, appendix A.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData(" 11010519491231002x ")]
    public void Parse_TheStandardsExamples_AreRead(string text)
    {
        var id = ResidentId.Parse(text).OrThrow();
        Assert.Equal(text.Trim().ToUpperInvariant(), id.Value);
        Assert.Equal(id.Value[..3] + "***********" + id.Value[14..], id.ToString());
        Assert.DoesNotContain(id.Value, $"{id} {new Person("P", "S", "A", id, "n", "", default)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("91330782MA2E69DDX5")]
    [InlineData("1101051949123100２X")]
    public void Parse_AnythingElse_IsRefusedWithoutRepeatingIt(string text)
    {
        var refusal = ResidentId.Parse(text).Refusal!;
        Assert.Equal("SUP6111", refusal.Code);
        Assert.True(text.Length == 0 || !refusal.ToString().Contains(text, StringComparison.Ordinal));
    }

    // Any single digit changed is noticed: that is what the check character is for.
    [Fact]
    public void Parse_OneDigitChanged_IsRefused()
    {
        const string Good = "440524188001010014";
        for (var i = 0; i < 17; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != Good[i])
                {
                    Assert.False(ResidentId.IsOne(Good[..i] + digit + Good[(i + 1)..]));
                }
            }
        }
    }

    [Theory]
    [InlineData("当事人身份证11010519491231002X，住义乌", true)]
    [InlineData("11010519491231002X", true)]
    [InlineData("{\"id\":\"440524188001010014\"}", true)]
    [InlineData("a11010519491231002X", false)]
    [InlineData("11010519491231002X9", false)]
    [InlineData("110105 19491231002X", false)]
    [InlineData("", false)]
    public void IsIn_AText_FindsAWholeRunOnly(string text, bool found) => Assert.Equal(found, ResidentId.IsIn(text));
}
