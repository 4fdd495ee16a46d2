namespace Supervision.Cases;

/// <summary>复议、诉讼: a review or a suit; no surcharge is counted meanwhile.</summary>
/// <param name="Kind">Which.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day on which it ended, or null while it runs.</param>
/// <legal source="行政处罚法" article="第七十三条" inForceFrom="2021-07-15" />
public sealed record Remedy(RemedyKind Kind, DateOnly From, DateOnly? To);
