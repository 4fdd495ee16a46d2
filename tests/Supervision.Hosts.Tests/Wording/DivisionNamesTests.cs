namespace Supervision.Hosts.Tests.Wording;

/// <summary>A code is shown with its name and is never lost where it has none.</summary>
public sealed class DivisionNamesTests
{
    [Theory]
    [InlineData("330000", "浙江省")]
    [InlineData("330700", "浙江省金华市")]
    [InlineData("330782", "浙江省金华市义乌市")]
    [InlineData("110101", "北京市东城区")]
    [InlineData("469002", "海南省琼海市")]
    [InlineData("441900", "广东省东莞市")]
    [InlineData("330799", null)]
    [InlineData("33", null)]
    [InlineData("", null)]
    public void Find_Code_NameWithThoseAbove(string code, string? name) => Assert.Equal(name, DivisionNames.Find(code));

    [Fact]
    public void Of_CodeWithoutName_StaysCode() => Assert.Equal(["浙江省金华市义乌市 330782", "330799"], [DivisionNames.Of("330782"), DivisionNames.Of("330799")]);

    [Fact]
    public void In_Area_ItselfAndBelowWithoutHeadings()
    {
        var jinhua = DivisionNames.In("330700").ToList();
        Assert.Equal("330700", jinhua[0]);
        Assert.Equal(10, jinhua.Count);
        Assert.DoesNotContain("110100", DivisionNames.In("110000"));
        Assert.Equal(["330782"], DivisionNames.In("330782"));
        Assert.True(DivisionNames.In("").Count() > 3000);
    }
}
