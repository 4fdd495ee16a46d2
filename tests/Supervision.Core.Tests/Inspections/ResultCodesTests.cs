using Supervision.Inspections;

namespace Supervision.Core.Tests.Inspections;

// Goal: a code is never read by the wrong list (domain.md §7.4): the digits overlap, the meanings differ.
public sealed class ResultCodesTests
{
    [Theory]
    [InlineData(CheckType.RandomInspection, "6", "无法联系", ResultConsequence.AbnormalList)]
    [InlineData(CheckType.RandomInspection, "4", "质量", ResultConsequence.FollowUp)]
    [InlineData(CheckType.AnnualReport, "4", "无法联系", ResultConsequence.AbnormalList)]
    [InlineData(CheckType.RandomInspection, "8", "不予配合", ResultConsequence.PublishOnly)]
    [InlineData(CheckType.RandomInspection, "7", "停业", ResultConsequence.LeavesThePool)]
    public void Read_ACode_HasTheMeaningOfItsList(CheckType type, string code, string meaning, ResultConsequence consequence)
    {
        var read = Assert.Single(ResultCodes.Shipped.Read(type, code).OrThrow());
        Assert.Contains(meaning, read.Meaning, StringComparison.Ordinal);
        Assert.Equal(consequence, read.Consequence);
    }

    [Fact]
    public void Read_SeveralCodes_KeepsTheirOrder() => Assert.Equal(
        ["3", "E"], ResultCodes.Shipped.Read(CheckType.RandomInspection, "3, E").OrThrow().Select(code => code.Code));

    [Theory]
    [InlineData(CheckType.RandomInspection, "2", "SUP2131")]
    [InlineData(CheckType.AnnualReport, "E", "SUP2131")]
    [InlineData(CheckType.RandomInspection, "1,E", "SUP2132")]
    [InlineData(CheckType.RandomInspection, "3,3", "SUP2132")]
    public void Read_AWrongList_IsRefused(CheckType type, string text, string code) =>
        Assert.Equal(code, ResultCodes.Shipped.Read(type, text).Refusal!.Code);
}
