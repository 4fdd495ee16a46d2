using System.Globalization;
using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of <c>prn</c>. Immutable.</summary>
public sealed class RotationSelection : Selection
{
    private readonly int? _rho;
    private readonly IReadOnlyList<RotationCell> _cells;
    private readonly ArraySegment<int>[] _orders;
    private readonly IReadOnlyList<int> _again;

    internal RotationSelection(
        Frame frame, int? rho, IReadOnlyList<RotationCell> cells, ArraySegment<int>[] orders,
        IReadOnlyList<int> again, IReadOnlyList<CellCursor> nextCursors)
        : base(RotationMethod.Name, frame, cells.SelectMany((cell, index) => orders[index].Take(cell.Selected)))
    {
        (_rho, _cells, _orders, _again) = (rho, cells, orders, again);
        AgainIds = [.. again.Order().Select(frame.IdAt)];
        NextCursors = nextCursors;
    }

    /// <summary>Those drawn after the rotation of their cell began anew: they may have been drawn in this cycle before.</summary>
    public IReadOnlyList<string> AgainIds { get; }

    /// <summary>The cursors that the next announcement of the cycle must name, by cell bytes.</summary>
    public IReadOnlyList<CellCursor> NextCursors { get; }

    internal override IEnumerable<int> ReservesFor(string cell)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            if (string.Equals(_cells[i].Cell, cell, StringComparison.Ordinal))
            {
                return _orders[i].Skip(_cells[i].Selected);
            }
        }

        throw Invalid.Argument(nameof(cell), "SUP4015", cell);
    }

    internal override void WriteCuts(Utf8JsonWriter json)
    {
        Number(json, "rho", _rho);
        json.WriteStartArray("cells");
        foreach (var cell in _cells)
        {
            json.WriteStartObject();
            json.WriteString("cell", cell.Cell);
            Number(json, "ppm", cell.Ppm);
            json.WriteNumber("eligible", cell.Eligible);
            json.WriteNumber("selected", cell.Selected);
            json.WriteString("cursor", cell.Cursor.Position.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("laps", cell.Cursor.Laps);
            json.WriteString("nextCursor", cell.Next.Position.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("nextLaps", cell.Next.Laps);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteIds(json, "again", _again);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
