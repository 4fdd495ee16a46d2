using System.Globalization;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Matters;

namespace Supervision.Hosts.Tests.Wording;

/// <summary>Whoever reads Chinese and whoever reads English get a word for every value that is shown, and may answer with it.</summary>
public sealed class VocabularyTests
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Of_EveryValueOfEveryEnumeration_HasAWordInEachLanguage() => Assert.All(
        Vocabulary.Places.Keys.SelectMany(type => Enum.GetValues(type).Cast<Enum>()),
        value =>
        {
            var (chinese, english) = (Vocabulary.Of(value, s_chinese), Vocabulary.Of(value, s_english));
            Assert.Contains(chinese, letter => letter is >= '一' and <= '鿿');
            Assert.NotEqual(chinese, english);
            Assert.DoesNotContain(english, letter => letter is >= '一' and <= '鿿');
            // Two words run together are an identifier, not English.
            Assert.DoesNotMatch("[a-z][A-Z]", english);
        });

    // What a message offers is what a person types.
    [Fact]
    public void ValueOf_TheWordOfAStep_IsThatStep()
    {
        Assert.All(Enum.GetValues<CaseTrigger>(), step => Said(step));
        Assert.All(Enum.GetValues<TaskTrigger>(), step => Said(step));
        Assert.All(Enum.GetValues<MatterTrigger>(), step => Said(step));
        Assert.Null(Vocabulary.ValueOf<CaseTrigger>("立了案"));

        static void Said<T>(T step)
            where T : struct, Enum
        {
            Assert.Equal(step, Vocabulary.ValueOf<T>(Vocabulary.Of(step, s_chinese)));
            Assert.Equal(step, Vocabulary.ValueOf<T>(Vocabulary.Of(step, s_english)));
        }
    }

    // A word that has the separator in it does not run into the next one.
    [Fact]
    public void Of_SeveralAtOnce_IsAListOfWords()
    {
        Assert.Equal("罚款、责令停产停业", Vocabulary.Of(PenaltyKind.Fine | PenaltyKind.BusinessSuspension, s_chinese));
        Assert.EndsWith("可以进行：归档；查封、扣押。", Message.Of("SUP2301", "File", "Closed", "Archive, Seize").In(s_chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnEnumerationWithoutWords_IsAFaultOfTheProgram() =>
        Assert.Throws<InvalidOperationException>(() => Vocabulary.Of(DayOfWeek.Monday, s_chinese));

    // 行政处罚法 art. 44: told first, decided afterwards.
    [Fact]
    public void Refusal_OfAStepOutOfOrder_SaysStepAndStateInWords()
    {
        var refused = Refusal.Of("SUP2301", nameof(CaseTrigger.Decide), nameof(CaseState.ClueRegistered), "File, DoNotFile");

        Assert.Equal("案件处于“案源登记”，不能进行“作出处罚决定”；可以进行：立案、不予立案。", refused.Message.In(s_chinese));
        Assert.Equal("A case in the state 'Clue registered' does not allow 'Decide the penalty'; it allows: File, Do not file.", refused.Message.In(s_english));
    }

    // A message may have been stored by another version.
    [Fact]
    public void Message_OfAValueWithoutAWord_KeepsIt() =>
        Assert.Contains("“Reopen”", Message.Of("SUP2301", "Reopen", "Filed", "").In(s_chinese), StringComparison.Ordinal);
}
