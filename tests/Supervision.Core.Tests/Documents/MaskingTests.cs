using FsCheck;
using FsCheck.Fluent;
using Supervision.Documents;

namespace Supervision.Core.Tests.Documents;

// Goal: the public version tells nothing of a natural person that it need not (行政处罚法 art. 48, 公示规定).
public sealed class MaskingTests
{
    [Theory]
    [InlineData("张三", "张某某")]
    [InlineData("张三丰", "张某某")]
    [InlineData("欧阳修", "欧阳某某")]
    [InlineData("𠮷田", "𠮷某某")]
    public void Of_AName_KeepsTheSurnameAlone(string name, string masked) => Assert.Equal(masked, Masking.Of(name, PersonalData.Name));

    [Fact]
    public void Of_AnIdentityNumber_KeepsThreeAndFour() =>
        Assert.Equal("110***********002X", Masking.Of("11010519491231002X", PersonalData.ResidentId));

    [Theory]
    [InlineData("电话13900000000。", "电话（已隐去）。")]
    [InlineData("证件11010519491231002X号", "证件110***********002X号")]
    [InlineData("证件110105194912310021号", "证件110***********0021号")]
    [InlineData("编号110105999912310021", "编号110105999912310021")]
    [InlineData("社会信用代码91350100M000100Y43", "社会信用代码91350100M000100Y43")]
    [InlineData("货值139000000001元", "货值139000000001元")]
    [InlineData("11010519491231002A", "11010519491231002A")]
    public void Text_NumbersThatNobodyDeclared_AreFound(string text, string masked) => Assert.Equal(masked, Masking.Text(text, []));

    // Masking never leaks more than the kept characters: a known value of two characters or more is nowhere in the result.
    [Fact]
    public void Text_AnyPlacesOfKnownValues_LeaksNone()
    {
        string[] secrets = ["李小明", "11010519491231002X", "示例路1号102室", "13900000000"];
        PersonalData[] kinds = [PersonalData.Name, PersonalData.ResidentId, PersonalData.Hidden, PersonalData.Hidden];
        var known = secrets.Zip(kinds, KeyValuePair.Create).ToList();
        Prop.ForAll(Gen.ListOf(Gen.Elements((string[])[.. secrets, "在", "，", "1", "李", "x"])).ToArbitrary(), parts =>
        {
            var masked = Masking.Text(string.Concat(parts), known);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, masked, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }
}
