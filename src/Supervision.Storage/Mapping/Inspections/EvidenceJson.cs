using Supervision.Inspections;

namespace Supervision.Storage.Mapping.Inspections;

internal sealed record EvidenceJson(string Sha256, DateTimeOffset TakenAt, string Device, string Location)
{
    public static EvidenceJson Of(Evidence evidence) =>
        new(evidence.Sha256, evidence.TakenAt, evidence.Device, evidence.Location);

    public Evidence ToEvidence() => new(Sha256, TakenAt, Device, Location);
}
