using System.Globalization;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Hosts.Tests.Wording;

/// <summary>Reasons of the program are said in the reader's language; what people wrote, and what was kept as text only, stays as it is.</summary>
public sealed class MatterWordsTests
{
    private static readonly Explanation s_why = Explanation.Of(Message.Of("gate.eligible", "S-1", "permit", "2026-03-02"));

    [Theory]
    [InlineData("zh-CN", "S-1 在 2026-03-02 可以告知承诺方式办理 permit")]
    [InlineData("en", "On 2026-03-02 S-1 may have permit by a promise")]
    public void FactOf_ReasonsThatAreKeptWhole_AreSaidInTheLanguageOfTheReader(string language, string reasons) =>
        Assert.Equal(reasons, Reasons(language, ("reasons", "kept"), (MatterWords.Explained, ExplanationJson.Of(s_why))));

    [Fact]
    public void FactOf_ReasonsThatAreTextOnly_StayAsTheyWereWritten() => Assert.Equal("拖欠工资", Reasons("en", ("reasons", "拖欠工资")));

    private static string Reasons(string language, params (string Name, string Value)[] facts) => MatterWords.FactOf(
        new Matter
        {
            Id = "M-1", Kind = MatterKind.Commitment, Category = "permit", Title = "t", AgencyId = "A", OriginAgencyId = "A", OpenedAt = DateTimeOffset.UnixEpoch,
            State = MatterState.Applied, Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal),
        },
        "reasons", CultureInfo.GetCultureInfo(language));
}
