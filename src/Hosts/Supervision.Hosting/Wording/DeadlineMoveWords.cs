using System.Globalization;
using Supervision.Calendars;
using Supervision.Cases;
using Supervision.Matters;

namespace Supervision.Hosting.Wording;

/// <summary>What a deadline that moved belongs to, and which one it is, said in the reader's language. Names as in the journal.</summary>
internal static class DeadlineMoveWords
{
    public static string KindOf(DeadlineMove move, CultureInfo culture) =>
        MatterKindOf(move) is { } kind ? Vocabulary.Of(kind, culture) : Vocabulary.Find("move.kind." + move.Noun, culture) ?? move.Noun;

    public static string ClockOf(DeadlineMove move, CultureInfo culture)
    {
        var parts = move.Clock.Split('.');
        if (MatterKindOf(move) is { } kind)
        {
            // The period of a state, or of a state for a category: "Event.Clue.Triaged".
            return parts.Select(part => Enum.TryParse<MatterState>(part, out var state) ? MatterWords.StateOf(kind, state, culture) : null).LastOrDefault(word => word is not null) ?? move.Clock;
        }

        var word = Enum.TryParse<CaseDeadlineKind>(parts[0], out var clock) ? Vocabulary.Of(clock, culture) : Vocabulary.Find("move.clock." + parts[0], culture) ?? parts[0];
        return parts is [_, var number] ? $"{word} {number}" : word;
    }

    private static MatterKind? MatterKindOf(DeadlineMove move) =>
        Enum.TryParse<MatterKind>(move.Noun.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : null;
}
