using System.Globalization;
using System.Text.RegularExpressions;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Web.Localization;
using Supervision.Web.Pages.Bureau;
using Supervision.Web.Studio;

namespace Supervision.Web.Tests;

/// <summary>What the pages say in words where the data has an identifier or a bare date: in both languages, for everything that there is.</summary>
public sealed partial class PageWordsTests
{
    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [InlineData(-3, "已逾期 3 天", "overdue by 3 days")]
    [InlineData(-1, "已逾期 1 天", "overdue by 1 day")]
    [InlineData(0, "今天到期", "due today")]
    [InlineData(1, "还剩 1 天", "1 day left")]
    [InlineData(40, "还剩 40 天", "40 days left")]
    public void ADueDay_SaysHowFarOffItIs(int days, string chinese, string english)
    {
        var today = new DateOnly(2026, 2, 27);
        var due = new DueDay(today.AddDays(days), today);
        Assert.Equal(days < 0, due.IsOverdue);
        Assert.Equal(chinese, due.Words(In("zh-CN")));
        Assert.Equal(english, due.Words(In("en")));
    }

    // A period in hours is over before its day is.
    [Fact]
    public void ADueDay_InHours_IsOverdueOnItsDay()
    {
        var today = new DateOnly(2026, 2, 27);
        Assert.Equal("overdue", (new DueDay(today, today) { IsOverdue = true, Minute = "2026-02-27 10:00" }).Words(In("en")));
        Assert.Equal("", new DueDay(null, today).Words(In("en")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryTypeOfARecord_HasWords(string language)
    {
        var texts = In(language);
        var types = Type().Matches(File.ReadAllText(Path.Combine(Required.Root, "docs", "reference", "event-members.md"))).Select(match => match.Groups["name"].Value)
            .Concat(["draw.published", "session.begun", "session.ended", "sessions.ended", "password.changed", "second-factor.added", "second-factor.removed"]).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(types.Count > 90);
        Assert.DoesNotContain(types, type => RecordWords.Of(type, texts) == type);
        Assert.Equal("nothing.of-that-name", RecordWords.Of("nothing.of-that-name", texts));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryPackThatShips_HasAName(string language)
    {
        var texts = In(language);
        var policies = Directory.GetFiles(Path.Combine(Required.Root, "samples", "rulepacks"), "*.yaml")
            .Select(path => Policy().Match(File.ReadAllText(path)).Groups["name"].Value).Where(policy => policy.Length > 0).ToList();
        Assert.True(policies.Count > 10);
        Assert.DoesNotContain(policies, policy => PackWords.NameOf(policy, texts) == policy);
        Assert.Equal("own-policy", PackWords.NameOf("own-policy", texts));
    }

    [Fact]
    public void ALackOfRight_NamesTheDuties_AndNoClass()
    {
        var refusal = Refusal.Of("SUP9301", "author", "330700", "PublishPack", (Roles.RulePublisher | Roles.Head).ToString());
        var said = RefusalWords.Of(refusal, In("zh-CN"));
        Assert.Contains("机关负责人、规则发布", said, StringComparison.Ordinal);
        Assert.DoesNotContain("PublishPack", said, StringComparison.Ordinal);
        Assert.Equal(Refusal.Of("SUP7654").Message.In(CultureInfo.GetCultureInfo("en")), RefusalWords.Of(Refusal.Of("SUP7654"), In("en")));
    }

    private static WebTexts In(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return new WebTexts();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex("^\\| `(?<name>[a-z.-]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Type();

    [GeneratedRegex("^policy: (?<name>\\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();
}
