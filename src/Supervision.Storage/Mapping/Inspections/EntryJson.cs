using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

internal sealed record EntryJson(string Point, int Answer, string Note, EvidenceJson[] Evidence, bool Corrected = false)
{
    public static EntryJson Of(CheckEntry entry) => new(
        entry.PointId, (int)entry.Answer, entry.Note, [.. entry.Evidence.Select(EvidenceJson.Of)], entry.CorrectedOnSpot);

    public CheckEntry ToEntry() =>
        new(Point, (CheckAnswer)Answer, Note, [.. Evidence.Select(evidence => evidence.ToEvidence())])
        {
            CorrectedOnSpot = Corrected,
        };
}
