namespace Supervision.Cases;

/// <summary>查封、扣押: things sealed or seized.</summary>
/// <param name="On">Day.</param>
/// <param name="Items">What.</param>
/// <param name="IsUrgent">Whether it was taken on site and reported afterwards.</param>
/// <param name="ReportedOn">Day of that report, or null.</param>
/// <param name="IsExtended">Whether the longer period was granted.</param>
/// <param name="ReleasedOn">Day on which it ended, or null.</param>
public sealed record Seizure(
    DateOnly On, string Items, bool IsUrgent, DateOnly? ReportedOn, bool IsExtended, DateOnly? ReleasedOn);
