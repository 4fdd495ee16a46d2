using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of <c>tier-srs</c>. Immutable.</summary>
public sealed class TierSelection : Selection
{
    private readonly ArraySegment<int>[] _orders;

    internal TierSelection(Frame frame, int rho, IReadOnlyList<CellSelection> cells, ArraySegment<int>[] orders)
        : base(TierSrs.Scheme, frame, cells.SelectMany((cell, index) => orders[index].Take(cell.Selected)))
    {
        _orders = orders;
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
                return _orders[i].Skip(Cells[i].Selected);
            }
        }

        throw Invalid.Argument(nameof(cell), "SUP4015", cell);
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
