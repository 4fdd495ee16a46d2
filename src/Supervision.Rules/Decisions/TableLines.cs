using System.Collections;
using Supervision.Decisions;

namespace Supervision.Rules.Decisions;

/// <summary>
/// The lines below the row that decided: its note, the facts, and for each other row the first cell that failed. They are put into
/// words when they are first read, since most explanations of a large run are never looked at. Immutable to its readers; thread-safe.
/// </summary>
internal sealed class TableLines(DecisionTable table, DecisionRow row, RuleValue[] inputs) : IReadOnlyList<Explanation>
{
    private Explanation[]? _lines;

    public int Count => (row.Note.Length == 0 ? 0 : 1) + table.Rows.Length;

    public Explanation this[int index] => Lines[index];

    // Two readers at once make the same lines twice, and keep either.
    private Explanation[] Lines => _lines ??= Write();

    public IEnumerator<Explanation> GetEnumerator() => ((IEnumerable<Explanation>)Lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Explanation[] Write()
    {
        var lines = new Explanation[Count];
        var at = 0;
        if (row.Note.Length > 0)
        {
            lines[at++] = table.Explained(row).Because[0];
        }

        var values = new string[inputs.Length];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = inputs[column].ToString();
        }

        lines[at++] = Explanation.Of(Message.Of("rules.facts", table.Case(values)));
        var segments = new int[inputs.Length];
        for (var column = 0; column < segments.Length; column++)
        {
            segments[column] = table.Index.SegmentOf(column, inputs[column]);
        }

        foreach (var other in table.Rows)
        {
            if (other.Number != row.Number)
            {
                lines[at++] = Other(other, values, segments);
            }
        }

        return lines;
    }

    private Explanation Other(DecisionRow other, string[] values, int[] segments)
    {
        for (var at = 0; at < values.Length; at++)
        {
            if (!table.Index.Passes(at, segments[at], other.Number - 1))
            {
                return Explanation.Of(Message.Of("rules.rowFailed", table.NumberOf(other), table.Inputs[at].Name, other.Tests[at].Text, values[at]));
            }
        }

        return Explanation.Of(Message.Of("rules.rowBelow", table.NumberOf(other), table.NumberOf(row)));
    }
}
