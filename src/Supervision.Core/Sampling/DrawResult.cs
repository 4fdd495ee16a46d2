namespace Supervision.Sampling;

/// <summary>A draw that was just made, with all that is to be published.</summary>
/// <param name="Draw">The draw as it is kept.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Bundle">What anybody needs to check it.</param>
public sealed record DrawResult(Draw Draw, InspectionPlan Plan, DrawBundle Bundle);
