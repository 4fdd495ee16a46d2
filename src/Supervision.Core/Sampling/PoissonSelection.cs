using System.Text.Json;

namespace Supervision.Sampling;

/// <summary>The result of <c>poisson</c>. No cuts: a subject's ticket against its ratio decides.</summary>
internal sealed class PoissonSelection(Frame frame, IEnumerable<int> positions, IReadOnlyList<CellSelection> cells)
    : Selection(PoissonMethod.Name, frame, positions)
{
    internal override void WriteCuts(Utf8JsonWriter json)
    {
        json.WriteStartArray("cells");
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("cell", cell.Cell);
            json.WriteNumber("ppm", cell.Ppm);
            json.WriteNumber("eligible", cell.Eligible);
            json.WriteNumber("selected", cell.Selected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
