using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>The row that decided, the facts it looked at, and for each other row the first cell that failed.</summary>
internal static class TableExplanation
{
    public static Explanation Of(DecisionTable table, DecisionRow row, IReadOnlyList<RuleValue> inputs)
    {
        var because = new List<Explanation>(RowExplanation.Of(table, row).Because)
        {
            Explanation.Of(Message.Of("rules.facts", table.Case([.. inputs]))),
        };
        foreach (var other in table.Rows)
        {
            if (other.Number != row.Number)
            {
                because.Add(Other(table, other, row, inputs));
            }
        }

        return RowExplanation.Of(table, row) with { Because = because };
    }

    private static Explanation Other(DecisionTable table, DecisionRow other, DecisionRow row, IReadOnlyList<RuleValue> inputs)
    {
        for (var at = 0; at < inputs.Count; at++)
        {
            if (!other.Tests[at].Passes(inputs[at]))
            {
                return Explanation.Of(Message.Of(
                    "rules.rowFailed", Invariant.Text(other.Number), table.Inputs[at].Name, other.Tests[at].Text, inputs[at].ToString()));
            }
        }

        return Explanation.Of(Message.Of("rules.rowBelow", Invariant.Text(other.Number), Invariant.Text(row.Number)));
    }
}
