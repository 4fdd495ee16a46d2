using System.Globalization;
using Supervision.Audit;
using Supervision.Cases;
using Supervision.Catalog;
using Supervision.Commitments;
using Supervision.Comparison;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Documents;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Warnings;

namespace Supervision.Hosting.Wording;

/// <summary>The words for what the program keeps as values of enumerations: one for each value, in both languages, beside the messages of Core. Thread-safe.</summary>
internal static class Vocabulary
{
    /// <summary>Where the words of an enumeration begin. Every value of each has a word.</summary>
    public static IReadOnlyDictionary<Type, string> Places { get; } = new Dictionary<Type, string>
    {
        [typeof(CaseState)] = "case.state",
        [typeof(CaseTrigger)] = "case.step",
        [typeof(CaseStage)] = "case.stage",
        [typeof(CaseDeadlineKind)] = "case.deadline",
        [typeof(ExclusionKind)] = "case.exclusion",
        [typeof(CaseMarks)] = "case.mark",
        [typeof(NoPenaltyGround)] = "case.ground",
        [typeof(RemedyKind)] = "case.remedy",
        [typeof(ClueSource)] = "clue.source",
        [typeof(PublicityChannel)] = "case.channel",
        [typeof(PenaltyKind)] = "document.penalty",
        [typeof(PenaltyGrade)] = "document.grade",
        [typeof(ServiceMethod)] = "document.service",
        [typeof(DocumentKind)] = "document.kind",
        [typeof(TaskState)] = "task.state",
        [typeof(TaskTrigger)] = "task.step",
        [typeof(TaskSource)] = "task.source",
        [typeof(CheckAnswer)] = "task.answer",
        [typeof(CheckType)] = "check",
        [typeof(MatterKind)] = "matter.kind",
        [typeof(MatterState)] = "matter.state",
        [typeof(MatterTrigger)] = "matter.step",
        [typeof(ListKind)] = "list",
        [typeof(SelfGovernanceKind)] = "mine.kind",
        [typeof(WarningLevel)] = "warning.level",
        [typeof(GateResult)] = "gate.result",
        [typeof(ItemState)] = "item.state",
        [typeof(ItemTrigger)] = "item.step",
        [typeof(ItemKind)] = "item.kind",
        [typeof(ComparisonSide)] = "compare.side",
        [typeof(FindingJudgement)] = "judgement",
        [typeof(CreditEventKind)] = "credit.event",
        [typeof(SubjectKind)] = "subjects.kind",
        [typeof(SubjectStatus)] = "subjects.status",
        [typeof(Roles)] = "role",
    };

    /// <summary>The text of a key of Core, or null when there is none.</summary>
    public static string? Find(string key, CultureInfo culture)
    {
        var text = Message.Of(key).In(culture);
        return text == key ? null : text;
    }

    /// <summary>The word for a value, and for several at once a list of words. One that has no words is a fault of the program.</summary>
    public static string Of(Enum value, CultureInfo culture)
    {
        var place = Places.TryGetValue(value.GetType(), out var known) ? known
            : throw new InvalidOperationException($"SUP9999: no words for the values of {value.GetType().Name}.");
        return List([.. value.ToString().Split(", ").Select(name => Find($"{place}.{name}", culture) ?? name)], culture);
    }

    /// <summary>The word for the severity of a finding, which a ledger keeps as text, or the text when it has none.</summary>
    public static string Severity(string severity, CultureInfo culture) => Find("severity." + severity.ToLowerInvariant(), culture) ?? severity;

    /// <summary>A list of words; a wider separator stands where a word has the usual one in it.</summary>
    public static string List(IReadOnlyCollection<string> words, CultureInfo culture)
    {
        var usual = Find("word.separator", culture)!;
        return string.Join(words.Any(word => word.Contains(usual, StringComparison.Ordinal)) ? Find("word.separator.wide", culture) : usual, words);
    }

    /// <summary>The value that a word names in one of the two languages, or null.</summary>
    public static T? ValueOf<T>(string word)
        where T : struct, Enum =>
        (T?)ValueOf(typeof(T), word);

    /// <summary>The same for an enumeration that the caller has as a type.</summary>
    public static Enum? ValueOf(Type type, string word)
    {
        foreach (var language in (string[])["zh-CN", "en"])
        {
            var culture = CultureInfo.GetCultureInfo(language);
            foreach (var value in Enum.GetValues(type).Cast<Enum>())
            {
                if (string.Equals(Of(value, culture), word, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
