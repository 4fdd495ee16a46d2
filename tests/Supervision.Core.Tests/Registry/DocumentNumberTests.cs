using Supervision.Registry;

namespace Supervision.Core.Tests.Registry;

public sealed class DocumentNumberTests
{
    // A number as an authority published it.
    [Fact]
    public void TryParse_APublishedNumber_GivesItsParts()
    {
        Assert.True(DocumentNumber.TryParse("赤壁市监处罚〔2025〕179号", "处罚", out var number));
        Assert.Equal(new DocumentNumber("赤壁市监", "处罚", 2025, 179), number);
        Assert.Equal("赤壁市监处罚〔2025〕179号", number.ToString());
    }

    [Theory]
    [InlineData("赤壁市监处罚〔2025〕0179号")]
    [InlineData("赤壁市监处罚〔2025〕0号")]
    [InlineData("赤壁市监处罚[2025]179号")]
    [InlineData("赤壁市监处罚〔25〕179号")]
    [InlineData("赤壁市监告知〔2025〕179号")]
    [InlineData("处罚〔2025〕179号")]
    [InlineData("赤壁市监处罚〔2025〕99999999999号")]
    public void TryParse_AnythingElse_IsFalse(string text) => Assert.False(DocumentNumber.TryParse(text, "处罚", out _));

    [Theory]
    [InlineData("", "罚", 2026, 1)]
    [InlineData("磐环", " ", 2026, 1)]
    [InlineData("磐〔环", "罚", 2026, 1)]
    [InlineData("磐环", "罚2", 2026, 1)]
    [InlineData("磐环", "罚", 1900, 1)]
    [InlineData("磐环", "罚", 2026, 0)]
    public void New_APartThatCouldBeReadOtherwise_Throws(string agency, string kind, int year, int serial) =>
        Assert.ThrowsAny<ArgumentException>(() => new DocumentNumber(agency, kind, year, serial));
}
