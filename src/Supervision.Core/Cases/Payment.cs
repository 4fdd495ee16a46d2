namespace Supervision.Cases;

/// <summary>A payment of the party.</summary>
/// <param name="On">Day.</param>
/// <param name="Amount">Yuan, above 0.</param>
/// <param name="IsOnSpot">Whether officers took it in cash.</param>
/// <param name="ToAgencyOn">Day on which that cash reached the agency, or null.</param>
/// <param name="ToBankOn">Day on which the agency paid it in, or null.</param>
public sealed record Payment(DateOnly On, decimal Amount, bool IsOnSpot, DateOnly? ToAgencyOn, DateOnly? ToBankOn);
