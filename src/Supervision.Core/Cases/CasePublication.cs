namespace Supervision.Cases;

/// <summary>A publication of the decision.</summary>
/// <param name="Channel">Where.</param>
/// <param name="On">Day.</param>
/// <param name="WithdrawnOn">Day on which it was withdrawn, or null.</param>
public sealed record CasePublication(PublicityChannel Channel, DateOnly On, DateOnly? WithdrawnOn);
