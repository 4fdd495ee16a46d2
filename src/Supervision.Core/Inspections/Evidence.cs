namespace Supervision.Inspections;

/// <summary>A piece of evidence: the file stays with the host, its hash makes a later change visible.</summary>
/// <param name="Sha256">Hash of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="TakenAt">When, by the device's clock.</param>
/// <param name="Device">Which device.</param>
/// <param name="Location">Where, as "latitude,longitude" or an address; empty when unknown.</param>
public sealed record Evidence(string Sha256, DateTimeOffset TakenAt, string Device, string Location);
