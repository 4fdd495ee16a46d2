using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Rules.Feel;

/// <summary>One thing wrong with an expression, or with its evaluation: where, what, and what to do. Immutable.</summary>
/// <param name="Code">Stable code, SUP51xx.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Source">What was read, such as the name of a decision or a cell; "" when the caller gave none.</param>
/// <param name="Line">Line in the text that was read, from 1.</param>
/// <param name="Column">Column in that line, from 1.</param>
public sealed record FeelError(string Code, Message Message, string Source, int Line, int Column)
{
    /// <summary>The error on one line, in the form that editors turn into a link.</summary>
    public string In(CultureInfo culture) =>
        string.Create(CultureInfo.InvariantCulture, $"{Source}({Line},{Column}): {Code}: {Message.In(culture)}");

    /// <summary>The line in English, for logs and debuggers.</summary>
    public override string ToString() => In(CultureInfo.GetCultureInfo("en"));
}
