using System.Globalization;
using Supervision.Cases;
using Supervision.Console.Matters;
using Supervision.Console.Shell;
using Supervision.Coordination;
using Supervision.Credit;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Warnings;

namespace Supervision.Hosts.Tests.Matters;

/// <summary>What a person reads of a matter is words of the language, never the codes of the program.</summary>
public sealed class MatterWordsTests
{
    [Fact]
    public void Chinese_HasAWordForEveryKindStateStepAndLevel()
    {
        var texts = new Texts(CultureInfo.GetCultureInfo("zh-CN"));
        var words = new MatterWords(texts);
        IEnumerable<string> all =
        [
            .. Enum.GetValues<MatterKind>().Select(words.Kind), .. Enum.GetValues<WarningLevel>().Select(words.Level),
            .. from kind in Enum.GetValues<MatterKind>() from state in Enum.GetValues<MatterState>() select words.State(kind, state),
            .. from kind in Enum.GetValues<MatterKind>() from step in Enum.GetValues<MatterTrigger>() select words.Step(kind, step),
            .. Enum.GetValues<TaskState>().Select(state => texts[$"task.state.{state}"]), .. Enum.GetValues<TaskSource>().Select(source => texts[$"task.source.{source}"]),
            .. Enum.GetNames<ListKind>().Concat(Enum.GetNames<EventOrigin>()).Concat(Enum.GetNames<SelfGovernanceKind>()).Select(words.Category),
            .. Enum.GetValues<CaseState>().Select(state => texts[$"case.state.{state}"]),
        ];
        Assert.All(all, word => Assert.DoesNotContain(word, char.IsAsciiLetter));
    }

    [Fact]
    public void AWordThatMeansSomethingElseOnAList_IsItsOwn()
    {
        var words = new MatterWords(new Texts(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.NotEqual(words.State(MatterKind.Event, MatterState.Declined), words.State(MatterKind.ListEntry, MatterState.Declined));
    }

    [Fact]
    public void Facts_HaveWords_AndAnUnknownOneKeepsItsCode()
    {
        var words = new MatterWords(new Texts(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(("预警等级", "高", "存疑"), (words.Fact("level"), words.Value("level", "High"), words.Value("quality", "doubtful")));
        Assert.Equal(("own", "High"), (words.Fact("own"), words.Value("own", "High")));
    }
}
