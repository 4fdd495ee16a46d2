using Supervision.Registry;

namespace Supervision.Sampling;

/// <summary>A subject as the store hands it to a frame.</summary>
/// <param name="Id">Subject.</param>
/// <param name="DivisionCode">Where it operates.</param>
/// <param name="Status">Registration status.</param>
/// <param name="DeliveredRiskClass">Class as delivered, or null.</param>
/// <param name="Weight">Assessed weight, or null when it was never assessed.</param>
/// <param name="LastInspectedOn">Date of its last recorded inspection, or null.</param>
/// <param name="IndustryCode">Industry, may be empty.</param>
public readonly record struct FrameSubject(
    string Id,
    string DivisionCode,
    SubjectStatus Status,
    string? DeliveredRiskClass,
    SubjectWeight? Weight,
    DateOnly? LastInspectedOn,
    string IndustryCode = "");
