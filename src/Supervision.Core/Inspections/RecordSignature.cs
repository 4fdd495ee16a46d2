namespace Supervision.Inspections;

/// <summary>The party's signature under the on-site record, or the recorded refusal to sign.</summary>
/// <param name="Signer">Who signed; null when the party refused.</param>
/// <param name="RefusalReason">Why the party refused; null when it signed.</param>
/// <param name="Witness">Who witnessed the refusal, or the hash of the video; null when the party signed.</param>
public sealed record RecordSignature(string? Signer, string? RefusalReason, string? Witness)
{
    /// <summary>Hash of the picture of the signature, 64 lower-case hexadecimal digits; null when it was given on paper.</summary>
    public string? ImageSha256 { get; init; }

    /// <summary>Whether it is signed, or refused with a reason and a witness.</summary>
    public bool IsComplete => !string.IsNullOrEmpty(Signer)
        || (!string.IsNullOrEmpty(RefusalReason) && !string.IsNullOrEmpty(Witness));
}
