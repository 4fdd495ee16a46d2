using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Decisions;

/// <summary>
/// A decision table over columns of cases: the same rows as one decision after the other, several times as quick. For re-scoring and
/// what-if. Thread-safe.
/// </summary>
public sealed class TableBatch
{
    private const int ChunkSize = 1_024;

    private readonly DecisionTable _table;
    private readonly TableDecision _decision;

    internal TableBatch(TableDecision decision) => (_table, _decision) = (decision.Table, decision);

    /// <summary>Names of the input columns, in the order in which <see cref="Decide"/> takes them.</summary>
    public IReadOnlyList<string> Inputs => [.. _table.Inputs.Select(column => column.Name)];

    /// <summary>Names of the outputs.</summary>
    public IReadOnlyList<string> Outputs => [.. _table.Outputs.Select(column => column.Name)];

    /// <summary>The table of a pack.</summary>
    /// <exception cref="ArgumentException">The pack has no decision of the name, or it is no table.</exception>
    public static TableBatch Of(RulePack pack, string decision)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.Decisions.GetValueOrDefault(decision) is TableDecision table
            ? new TableBatch(table)
            : throw new ArgumentException(
                $"{pack.Reference} has no table '{decision}': {string.Join(", ", pack.Decisions.Values.OfType<TableDecision>().Select(one => one.Name))}.", nameof(decision));
    }

    /// <summary>Decides about all cases.</summary>
    /// <param name="columns">A column for each input, in the order of <see cref="Inputs"/>, all of one length.</param>
    /// <param name="rows">Gets for each case the number of the row that decides, from 1, or 0 where no row matches.</param>
    /// <exception cref="ArgumentException">Columns or their lengths differ from the table's, or words stand where numbers belong.</exception>
    /// <exception cref="OverflowException">A number is too large for 64 bits on the scale of the table.</exception>
    public void Decide(IReadOnlyList<BatchColumn> columns, Span<int> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Demand(columns, rows.Length);
        BatchSegments[] inputs = [.. columns.Select((column, at) => new BatchSegments(_table.Segments[at], column))];
        var segments = new int[inputs.Length * ChunkSize];
        Span<ulong> masks = stackalloc ulong[ChunkSize];
        for (var start = 0; start < rows.Length; start += ChunkSize)
        {
            var chunk = rows.Slice(start, Math.Min(ChunkSize, rows.Length - start));
            chunk.Clear();
            for (var column = 0; column < inputs.Length; column++)
            {
                inputs[column].Of(start, segments.AsSpan(column * ChunkSize, chunk.Length));
            }

            for (var word = 0; word < _table.Index.Words; word++)
            {
                masks.Fill(_table.Index.AllOf(word));
                for (var column = 0; column < inputs.Length; column++)
                {
                    _table.Index.Narrow(column, word, segments.AsSpan(column * ChunkSize, chunk.Length), masks);
                }

                Uppermost(masks, chunk, word);
            }
        }
    }

    /// <summary>What a row says.</summary>
    /// <param name="row">Its number, from 1.</param>
    /// <param name="output">Place of the output, from 0.</param>
    public Fact Value(int row, int output)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, _table.Rows.Length);
        return _decision.Values(row)[output];
    }

    private static void Uppermost(ReadOnlySpan<ulong> masks, Span<int> rows, int word)
    {
        for (var at = 0; at < rows.Length; at++)
        {
            if (rows[at] == 0 && masks[at] != 0)
            {
                rows[at] = (64 * word) + System.Numerics.BitOperations.TrailingZeroCount(masks[at]) + 1;
            }
        }
    }

    private void Demand(IReadOnlyList<BatchColumn> columns, int count)
    {
        if (columns.Count != _table.Inputs.Count)
        {
            throw new ArgumentException($"The table has the inputs {string.Join(", ", Inputs)}; {Invariant.Text(columns.Count)} columns were given.", nameof(columns));
        }

        foreach (var (input, column) in _table.Inputs.Zip(columns))
        {
            if (column.Count != count || column.Words is null != input.Type.IsNumber)
            {
                throw new ArgumentException($"The column for {input.Name} must have {Invariant.Text(count)} values, {input.Type}.", nameof(columns));
            }
        }
    }
}
