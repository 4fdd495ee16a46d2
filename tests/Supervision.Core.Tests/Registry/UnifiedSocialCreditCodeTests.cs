using Supervision.Registry;

namespace Supervision.Core.Tests.Registry;

public sealed class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string Sample = "91999999MA0TE5T16E";

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91999999MA0TE5T16E")]
    [InlineData("91999999MA2E0002X0")] // sum mod 31 = 0: check 0
    [InlineData("91999999MA2E00150Y")]
    [InlineData("91999999MA2E00337X")]
    [InlineData("92999999MA2E000115")]
    [InlineData("12999999ABCDEFGH5E")]
    public void Parse_PublishedVector_IsValid(string text)
    {
        var code = UnifiedSocialCreditCode.Parse(text).OrThrow();

        Assert.Equal(text, code.Value);
        Assert.Equal(text, UnifiedSocialCreditCode.Create(text[..2], text[2..8], text[8..16]).Value);
        Assert.Equal(text[2..8], code.RegistrationDivisionCode);
    }

    [Theory]
    [InlineData("", "SUP1011", "0")]
    [InlineData("91999999MA0TE5T16", "SUP1011", "17")]
    [InlineData("91999999MA0TE5T16EE", "SUP1011", "19")]
    [InlineData("330782000012345", "SUP1011", "15")]
    [InlineData("91999999MA0TE5T16O", "SUP1012", "O")]
    [InlineData("91999999MAOTE5T16E", "SUP1012", "O")]
    [InlineData("919999A9MA0TE5T16E", "SUP1012", "A")]
    [InlineData("91999999MA0TE5T17E", "SUP1013", "6")]
    [InlineData("91999999MA0TE5T16F", "SUP1014", "E")]
    public void Parse_WrongCode_IsRefusedWithItsReason(string text, string code, string argument)
    {
        Assert.False(UnifiedSocialCreditCode.Parse(text).TryGet(out _, out var refusal));

        Assert.Equal(code, refusal.Code);
        Assert.Equal(text, refusal.Message.Arguments[0]);
        Assert.Equal(argument, refusal.Message.Arguments[1]);
    }

    [Theory]
    [InlineData("91999999ma0te5t16e")]
    [InlineData("91-999999-MA0TE5T1-6-E")]
    [InlineData("９１９９９９９９ＭＡ０ＴＥ５Ｔ１６Ｅ")]
    [InlineData(" 91999999 MA0TE5T16E\t")]
    [InlineData("９１９９９９９９-ｍａ0te5t16ｅ　")]
    public void Parse_FormsThatPeopleType_AreNormalised(string text) =>
        Assert.Equal(Sample, UnifiedSocialCreditCode.Parse(text).OrThrow().Value);

    [Fact]
    public void Parse_SingleSubstitution_IsAlwaysDetected()
    {
        var count = 0;
        for (var place = 0; place < Sample.Length; place++)
        {
            foreach (var other in Alphabet.Where(c => c != Sample[place]))
            {
                var wrong = Sample[..place] + other + Sample[(place + 1)..];
                Assert.False(UnifiedSocialCreditCode.Parse(wrong).IsAccepted, wrong);
                count++;
            }
        }

        Assert.Equal(540, count);
    }

    [Fact]
    public void Parse_AdjacentTransposition_IsAlwaysDetected()
    {
        for (var place = 0; place < Sample.Length - 1; place++)
        {
            if (Sample[place] != Sample[place + 1])
            {
                var wrong = Sample[..place] + Sample[place + 1] + Sample[place] + Sample[(place + 2)..];
                Assert.False(UnifiedSocialCreditCode.Parse(wrong).IsAccepted, wrong);
            }
        }
    }

    [Theory]
    [InlineData("9", "999999", "MA0TE5T1")]
    [InlineData("91", "99999", "MA0TE5T1")]
    [InlineData("91", "999999", "MA0TE5TI")]
    public void Create_WrongPart_Throws(string kind, string division, string subject) =>
        Assert.Throws<ArgumentException>(() => UnifiedSocialCreditCode.Create(kind, division, subject));
}
