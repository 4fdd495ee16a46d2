using System.Text;
using Supervision.Audit;
using Supervision.Hashing;

namespace Supervision.Inspections;

/// <summary>
/// One thing that a device recorded, in its own order. Never changed and never taken back: a correction is a further operation. Immutable.
/// </summary>
/// <param name="TaskId">Task.</param>
/// <param name="DeviceId">Device, an identifier.</param>
/// <param name="Sequence">Counts the operations of the device, from 1 without gaps.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="OfficerId">Officer who held the device.</param>
/// <param name="Kind">What happened.</param>
public sealed record TaskOperation(
    string TaskId, string DeviceId, long Sequence, DateTimeOffset At, string OfficerId, OperationKind Kind)
{
    /// <summary>What was scanned; for a scan.</summary>
    public string? SubjectCode { get; init; }

    /// <summary>The answer; for an answer and for a choice between answers.</summary>
    public CheckEntry? Entry { get; init; }

    /// <summary>The signature; for one of the party.</summary>
    public RecordSignature? Signature { get; init; }

    /// <summary>Hashes of the operations that a choice has seen and decides between.</summary>
    public IReadOnlyList<string> Supersedes { get; init => field = value ?? []; } = [];

    /// <summary>SHA-256 of everything above; 64 lower-case hexadecimal digits. Two operations with one hash are one.</summary>
    public string Hash => Hashing.Hash.Of(HashKind.Sha256, Encoding.UTF8.GetBytes(CanonicalJson.Of(json =>
    {
        json.WriteString("task", TaskId);
        json.WriteString("device", DeviceId);
        json.WriteNumber("sequence", Sequence);
        json.WriteString("at", At.ToUniversalTime());
        json.WriteString("officer", OfficerId);
        json.WriteNumber("kind", (int)Kind);
        json.WriteString("subject", SubjectCode);
        json.WriteStartArray("entry");
        if (Entry is not null)
        {
            json.WriteStringValue(Entry.PointId);
            json.WriteNumberValue((int)Entry.Answer);
            json.WriteBooleanValue(Entry.CorrectedOnSpot);
            json.WriteStringValue(Entry.Note);
            foreach (var evidence in Entry.Evidence)
            {
                json.WriteStringValue(evidence.Sha256);
                json.WriteStringValue(evidence.TakenAt.ToUniversalTime());
                json.WriteStringValue(evidence.Device);
                json.WriteStringValue(evidence.Location);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("signature");
        if (Signature is not null)
        {
            json.WriteStringValue(Signature.Signer);
            json.WriteStringValue(Signature.RefusalReason);
            json.WriteStringValue(Signature.Witness);
            if (Signature.ImageSha256 is { } image)
            {
                json.WriteStringValue(image);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("supersedes");
        foreach (var hash in Supersedes.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(hash);
        }

        json.WriteEndArray();
    }))).ToString();
}
