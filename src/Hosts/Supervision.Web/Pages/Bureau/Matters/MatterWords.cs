using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Web.Localization;

namespace Supervision.Web.Pages.Bureau.Matters;

/// <summary>Words of the program in what is shown of a matter, said in the reader's language; what has no text is shown as it is kept.</summary>
internal static class MatterWords
{
    /// <summary>The title, for an entry of a list after the name of the list; that of a warning, or of what came of it, ends with the kind of its signal, a word of the model.</summary>
    public static string TitleOf(Matter matter, WebTexts texts)
    {
        if (matter.Kind == MatterKind.ListEntry)
        {
            return Message.Of($"list.{matter.Category}").In(texts.Culture) + texts["colon"] + matter.Title;
        }

        if (matter.Kind == MatterKind.PointNotice)
        {
            return texts["mine.notice.title"];
        }

        var at = matter.Kind is MatterKind.Warning or MatterKind.Event ? matter.Title.LastIndexOf(' ') : -1;
        return at > 0 && texts.Find("signal.kind." + matter.Title[(at + 1)..]) is { } kind ? matter.Title[..at] + texts["colon"] + kind : matter.Title;
    }

    /// <summary>What was written at a step; a word that the program wrote is said in the reader's language.</summary>
    public static string TextOf(MatterStep step, WebTexts texts) =>
        step.Entry.Trigger is MatterTrigger.Qualify or MatterTrigger.Divert ? texts.Find("gate." + step.Entry.Text) ?? step.Entry.Text : step.Entry.Text;

    /// <summary>A fact: the level of a warning, the severities of what was found, else as it is kept.</summary>
    public static string FactOf(Matter matter, string name, WebTexts texts)
    {
        var value = matter.Fact(name) ?? "";
        return name switch
        {
            "level" => texts.Find("warning.level." + value) ?? value,
            "faults" => string.Join(texts["list.separator"], value.Split(", ").Select(fault => Fault(fault, texts))),
            _ => value,
        };
    }

    /// <summary>A state, in the word of its kind where that has one.</summary>
    public static string StateOf(MatterKind kind, MatterState state, WebTexts texts) => texts.Find($"matter.state.{kind}.{state}") ?? texts[$"matter.state.{state}"];

    /// <summary>A step, in the word of its kind where that has one.</summary>
    public static string StepOf(MatterKind kind, MatterTrigger trigger, WebTexts texts) => texts.Find($"matter.step.{kind}.{trigger}") ?? texts[$"matter.step.{trigger}"];

    private static string Fault(string fault, WebTexts texts) =>
        fault.Split(' ') is [var code, var severity] && texts.Find("severity." + severity.ToLowerInvariant()) is { } word ? $"{code} {word}" : fault;
}
