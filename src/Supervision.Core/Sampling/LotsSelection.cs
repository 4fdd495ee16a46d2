using System.Text.Json;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The result of <c>lots</c>.</summary>
internal sealed class LotsSelection(Frame frame, int[] order, int drawn, Digest? last)
    : Selection(LotsMethod.Name, frame, order.Take(drawn))
{
    internal override IEnumerable<int> ReservesFor(string cell) => order.Skip(drawn);

    internal override void WriteCutsFor(Utf8JsonWriter json, int position) => WriteCuts(json);

    internal override void WriteCuts(Utf8JsonWriter json) => json.WriteString("lastTicket", last?.ToString());
}
