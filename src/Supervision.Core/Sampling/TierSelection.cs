using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of <c>tier-srs</c>. Immutable.</summary>
public sealed class TierSelection : Selection
{
    private readonly List<ArraySegment<int>> _candidates;
    private readonly Func<string, ArraySegment<int>> _wholeOrder;

    /// <summary>The result of a draw.</summary>
    /// <param name="frame">All subjects.</param>
    /// <param name="rho">ρ.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="candidates">For each cell the positions drawn and the next ones, in ticket order.</param>
    /// <param name="wholeOrder">All positions of a cell in ticket order, made when more reserves are asked for.</param>
    internal TierSelection(
        Frame frame,
        int rho,
        IReadOnlyList<CellSelection> cells,
        List<ArraySegment<int>> candidates,
        Func<string, ArraySegment<int>> wholeOrder)
        : base(TierSrs.Scheme, frame, cells.SelectMany((cell, index) => candidates[index].Take(cell.Selected)))
    {
        (_candidates, _wholeOrder) = (candidates, wholeOrder);
        (Rho, Cells) = (rho, cells);
    }

    /// <summary>ρ: the random start of the systematic rounding, 0 to 999,999.</summary>
    public int Rho { get; }

    /// <summary>The cells with eligible subjects, by cell bytes.</summary>
    public IReadOnlyList<CellSelection> Cells { get; }

    internal override IEnumerable<int> ReservesFor(string cell)
    {
        for (var i = 0; i < Cells.Count; i++)
        {
            if (string.Equals(Cells[i].Cell, cell, StringComparison.Ordinal))
            {
                var (near, all) = (_candidates[i], Cells[i].Eligible);
                return near.Skip(Cells[i].Selected).Concat(Beyond(cell, near.Count, all));
            }
        }

        throw Invalid.Argument(nameof(cell), "SUP4015", cell);
    }

    private IEnumerable<int> Beyond(string cell, int known, int all)
    {
        if (known < all)
        {
            foreach (var position in _wholeOrder(cell).Skip(known))
            {
                yield return position;
            }
        }
    }

    internal override void WriteCutsFor(Utf8JsonWriter json, int position)
    {
        var name = Frame.RecordAt(position).Cell;
        json.WriteString("last", Cells.FirstOrDefault(cell => string.Equals(cell.Cell, name, StringComparison.Ordinal))?.Last?.ToString());
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
}
