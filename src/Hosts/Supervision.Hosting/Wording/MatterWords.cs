using System.Globalization;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Hosting.Wording;

/// <summary>Words of the program in what is shown of a matter, said in the reader's language; what has no text is shown as it is kept.</summary>
internal static class MatterWords
{
    /// <summary>The title, for an entry of a list after the name of the list; that of a warning, or of what came of it, ends with the kind of its signal, a word of the model.</summary>
    public static string TitleOf(Matter matter, CultureInfo culture) =>
        matter.Kind == MatterKind.ListEntry ? $"{Message.Of($"list.{matter.Category}").In(culture)}{Colon(culture)}{matter.Title}" : TitleOf(matter.Kind, matter.Title, culture);

    /// <summary>The same where the category is not known.</summary>
    public static string TitleOf(MatterKind kind, string title, CultureInfo culture)
    {
        if (kind == MatterKind.PointNotice)
        {
            return Vocabulary.Of(kind, culture);
        }

        var at = kind is MatterKind.Warning or MatterKind.Event ? title.LastIndexOf(' ') : -1;
        return at > 0 && Vocabulary.Find("signal.kind." + title[(at + 1)..], culture) is { } signal ? $"{title[..at]}{Colon(culture)}{signal}" : title;
    }

    /// <summary>The kind, with its category where that tells more: the list, the kind of an own task or of a signal, where an event is from, what was pushed, the licence.</summary>
    public static string KindOf(Matter matter, CultureInfo culture)
    {
        var place = matter.Kind switch
        {
            MatterKind.ListEntry => "list",
            MatterKind.SelfTask => "mine.kind",
            MatterKind.Receipt => "matter.kind",
            MatterKind.Event => "event.origin",
            MatterKind.Push => "push.kind",
            _ => "signal.kind",
        };
        var kind = Vocabulary.Of(matter.Kind, culture);
        return matter.Kind == MatterKind.PointNotice ? kind : $"{kind} {Vocabulary.Find($"{place}.{matter.Category}", culture) ?? matter.Category}";
    }

    /// <summary>What was written at a step; a word that the program wrote is said in the reader's language.</summary>
    public static string TextOf(MatterStep step, CultureInfo culture) =>
        step.Entry.Trigger is MatterTrigger.Qualify or MatterTrigger.Divert ? Vocabulary.Find("gate.result." + step.Entry.Text, culture) ?? step.Entry.Text : step.Entry.Text;

    /// <summary>The name of a fact, or the key of one that is not the program's.</summary>
    public static string NameOf(string fact, CultureInfo culture) => Vocabulary.Find("matter.fact." + fact, culture) ?? fact;

    /// <summary>The fact that keeps the program's own reasons for any language; it is said in place of their text.</summary>
    public const string Explained = "explanation";

    /// <summary>Why the program decided as it did; null where people gave the reasons, or where the matter is older than this and keeps only their text.</summary>
    public static Explanation? WhyOf(Matter matter) => matter.Fact(Explained) is { } kept ? ExplanationJson.Parse(kept) : null;

    /// <summary>A fact, with the words of the program in it said; what people or systems wrote stays as it is kept.</summary>
    public static string FactOf(Matter matter, string name, CultureInfo culture)
    {
        var value = matter.Fact(name) ?? "";
        return name switch
        {
            "level" or "levelAfter" => Vocabulary.Find("warning.level." + value, culture) ?? value,
            "gate" => Vocabulary.Find("gate.result." + value, culture) ?? value,
            "quality" or "recheck" => Vocabulary.Find($"{name}.{value}", culture) ?? value,
            "asks" => Vocabulary.List([.. value.Split(',').Select(ask => Vocabulary.Find("list.asks." + ask, culture) ?? ask)], culture),
            "reasons" when WhyOf(matter) is { } why => why.In(culture),
            "faults" => Vocabulary.List([.. value.Split(", ").Select(fault => Fault(fault, culture))], culture),
            _ => value,
        };
    }

    /// <summary>A state, in the word of its kind where that has one.</summary>
    public static string StateOf(MatterKind kind, MatterState state, CultureInfo culture) =>
        Vocabulary.Find($"matter.state.{kind}.{state}", culture) ?? Vocabulary.Of(state, culture);

    /// <summary>A step, in the word of its kind where that has one.</summary>
    public static string StepOf(MatterKind kind, MatterTrigger trigger, CultureInfo culture) =>
        Vocabulary.Find($"matter.step.{kind}.{trigger}", culture) ?? Vocabulary.Of(trigger, culture);

    private static string Colon(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? ": " : "：";

    private static string Fault(string fault, CultureInfo culture) =>
        fault.Split(' ') is [var code, var severity] ? $"{code} {Vocabulary.Severity(severity, culture)}" : fault;
}
