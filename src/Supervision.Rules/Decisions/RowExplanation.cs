using Supervision.Decisions;

namespace Supervision.Rules.Decisions;

/// <summary>The row that decided, in words: its number, its conditions, its outputs, the author's note.</summary>
internal static class RowExplanation
{
    public static Explanation Of(DecisionTable table, DecisionRow row)
    {
        var line = Explanation.Of(Message.Of(
            "rules.row", table.Name, table.NumberOf(row), table.Conditions(row),
            string.Join(", ", row.Values.Select(value => value.ToString()))));
        return row.Note.Length == 0
            ? line
            : line with { Because = [Explanation.Of(Message.Literal(row.Note))] };
    }
}
