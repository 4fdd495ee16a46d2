using System.Text.Json;
using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>The result of <c>pivotal</c>. One subject cannot be checked without the scan over all.</summary>
internal sealed class PivotalSelection(Frame frame, TakeAll takeAll, IReadOnlyList<int> winners)
    : Selection(PivotalMethod.Name, frame, takeAll.Taken.Concat(winners))
{
    internal override void WriteCuts(Utf8JsonWriter json)
    {
        WriteIds(json, "takeAll", takeAll.Taken);
        json.WriteNumber("n", takeAll.N);
        json.WriteString("weight", Invariant.Text(takeAll.Weight));
    }
}
