namespace Supervision.Inspections;

/// <summary>An officer's signature under a record: it names the hash of what was signed.</summary>
/// <param name="OfficerId">Who signed.</param>
/// <param name="RecordHash">Hash of the record as the officer's device saw it, 64 lower-case hexadecimal digits.</param>
/// <param name="SignedAt">When, by the device's clock.</param>
public sealed record OfficerSignature(string OfficerId, string RecordHash, DateTimeOffset SignedAt);
