using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of <c>tier-srs</c>. Immutable.</summary>
public sealed class TierSelection : Selection
{
    private readonly Frame _frame;
    private readonly int[][] _order;

    internal TierSelection(Frame frame, int rho, IReadOnlyList<CellSelection> cells, int[][] order)
        : base(TierSrs.Scheme, Drawn(frame, cells, order))
    {
        (_frame, _order) = (frame, order);
        (Rho, Cells) = (rho, cells);
    }

    /// <summary>ρ: the random start of the systematic rounding, 0 to 999,999.</summary>
    public int Rho { get; }

    /// <summary>The cells with eligible subjects, by cell bytes.</summary>
    public IReadOnlyList<CellSelection> Cells { get; }

    /// <summary>
    /// The first reserves of a cell, in the order in which they must be used: the next tickets after the last one drawn.
    /// </summary>
    /// <param name="cell">A cell of the frame; reserves serve their own cell only.</param>
    /// <param name="count">Most reserves wanted; fewer come back when the cell has fewer.</param>
    /// <exception cref="ArgumentException">SUP4015: the cell has no eligible subjects.</exception>
    public IReadOnlyList<string> Reserve(string cell, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0; i < Cells.Count; i++)
        {
            if (string.Equals(Cells[i].Cell, cell, StringComparison.Ordinal))
            {
                return [.. _order[i].Skip(Cells[i].Selected).Take(count).Select(_frame.IdAt)];
            }
        }

        throw Invalid.Argument(nameof(cell), "SUP4015", cell ?? "");
    }

    internal override void WriteCuts(Utf8JsonWriter json)
    {
        json.WriteNumber("rho", Rho);
        json.WriteStartArray("cells");
        foreach (var cell in Cells)
        {
            json.WriteStartObject();
            json.WriteString("cell", cell.Cell);
            json.WriteNumber("ppm", cell.Ppm);
            json.WriteNumber("eligible", cell.Eligible);
            json.WriteNumber("selected", cell.Selected);
            json.WriteString("last", cell.Last?.ToString());
            json.WriteString("next", cell.Next?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> Drawn(Frame frame, IReadOnlyList<CellSelection> cells, int[][] order) =>
        cells.SelectMany((cell, index) => order[index].Take(cell.Selected)).Order().Select(frame.IdAt);
}
