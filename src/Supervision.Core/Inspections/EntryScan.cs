namespace Supervision.Inspections;

/// <summary>The scan that logs a visit before it begins 扫码入企.</summary>
/// <param name="SubjectCode">What the subject's code says: its id.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="Device">Which device; not empty.</param>
public sealed record EntryScan(string SubjectCode, DateTimeOffset At, string Device);
