using Supervision.Decisions;

namespace Supervision.Rules.Decisions;

/// <summary>The row that decided, the facts it looked at, and for each other row the first cell that failed.</summary>
internal static class TableExplanation
{
    public static Explanation Of(DecisionTable table, DecisionRow row, RuleValue[] inputs) =>
        table.Explained(row) with { Because = new TableLines(table, row, inputs) };
}
