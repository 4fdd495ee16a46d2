using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Rules.Packs;

/// <summary>One thing wrong with a rule pack: where, what, and what to do. Immutable.</summary>
/// <param name="File">Name under which the pack was loaded.</param>
/// <param name="Line">Line, from 1; 0 when the error belongs to no line.</param>
/// <param name="Column">Column, from 1; 0 when the error belongs to no line.</param>
/// <param name="Path">Keys from the root, such as "ledgers.监管积分.full.size".</param>
/// <param name="Code">Stable code, SUP5xxx.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record RulePackError(string File, int Line, int Column, string Path, string Code, Message Message)
{
    /// <summary>The error on one line, in the form that editors turn into a link.</summary>
    public string In(CultureInfo culture)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
        return Path.Length == 0
            ? $"{place}: {Code}: {Message.In(culture)}"
            : $"{place}: {Code}: {Path}: {Message.In(culture)}";
    }

    /// <summary>The line in English, for logs and debuggers.</summary>
    public override string ToString() => In(CultureInfo.GetCultureInfo("en"));
}
