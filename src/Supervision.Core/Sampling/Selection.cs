namespace Supervision.Sampling;

/// <summary>The result of a draw of subjects. Immutable.</summary>
public sealed class Selection
{
    private readonly Frame _frame;
    private readonly int[][] _order;

    internal Selection(Frame frame, int rho, IReadOnlyList<CellSelection> cells, int[][] order)
    {
        (_frame, _order) = (frame, order);
        (Rho, Cells) = (rho, cells);
        var drawn = cells.SelectMany((cell, index) => order[index].Take(cell.Selected)).Order();
        SelectedIds = [.. drawn.Select(frame.IdAt)];
    }

    /// <summary>ρ: the random start of the systematic rounding, 0 to 999,999.</summary>
    public int Rho { get; }

    /// <summary>The cells with eligible subjects, by cell bytes.</summary>
    public IReadOnlyList<CellSelection> Cells { get; }

    /// <summary>The ids drawn, by id bytes.</summary>
    public IReadOnlyList<string> SelectedIds { get; }

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
}
