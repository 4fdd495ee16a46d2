using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Web.Localization;

/// <summary>Notes of a rule pack in a script that the reader of the page did not ask for.</summary>
internal static class ForeignNote
{
    /// <summary>
    /// Whether a line of an explanation is a note that its author wrote in English and the reader reads Chinese. A pack never changes under its version, so its notes stay as they are: they say what
    /// the author assumed, decide nothing, and stand in the pack for whoever reviews it. Chinese text of a pack is the city's own and stays in every language.
    /// </summary>
    public static bool Is(Explanation line, CultureInfo reader) =>
        line.Text.IsLiteral && line.Because.Count == 0 && reader.TwoLetterISOLanguageName == "zh"
        && line.Text.Key.Any(char.IsAsciiLetter) && !line.Text.Key.Any(letter => letter is >= '\u3400' and <= '\u9fff');
}
