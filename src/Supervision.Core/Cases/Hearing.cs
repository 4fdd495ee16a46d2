namespace Supervision.Cases;

/// <summary>听证.</summary>
/// <param name="RequestedOn">Day of the request.</param>
/// <param name="NotifiedOn">Day of the notification, or null.</param>
/// <param name="PlannedOn">Day on which it is to be held, or null.</param>
/// <param name="Chair">Chair; no investigator of the case.</param>
/// <param name="EndedOn">Day on which it was held or ended, or null.</param>
/// <param name="WasHeld">Whether it was held.</param>
/// <param name="ReviewedOn">Day on which the legal review after it was passed, or null.</param>
public sealed record Hearing(
    DateOnly RequestedOn, DateOnly? NotifiedOn, DateOnly? PlannedOn, string? Chair, DateOnly? EndedOn, bool WasHeld, DateOnly? ReviewedOn);
