using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>The draw method of a plan: its ratios, or a number, as the scheme needs it.</summary>
public static class PlanMethod
{
    /// <summary>
    /// The method of that name. SUP4232: there is no such scheme; SUP4233: the scheme draws a number and none is given, or
    /// draws by ratio and one is.
    /// </summary>
    /// <param name="plan">The plan; whoever must be visited under its frequency has a ratio of 100 %.</param>
    /// <param name="scheme">Name of the scheme.</param>
    /// <param name="n">How many, for schemes that draw a number; for <c>prn</c> how many from each cell, null for the plan's ratios.</param>
    /// <param name="cycle">For <c>prn</c>: the draw before in its cycle; null opens a cycle.</param>
    public static Outcome<DrawMethod> Of(InspectionPlan plan, string scheme, int? n = null, DrawBundle? cycle = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (scheme, n) switch
        {
            (TierSrs.Scheme, null) => new TierSrsMethod(RatesOf(plan), plan.MinPerCell),
            (PoissonMethod.Name, null) => new PoissonMethod(RatesOf(plan)),
            (FullCoverageMethod.Name, null) => new FullCoverageMethod(),
            (ParetoMethod.Name, { } size) => new ParetoMethod(size),
            (PivotalMethod.Name, { } size) => new PivotalMethod(size),
            (SequentialPoissonMethod.Name, { } size) => new SequentialPoissonMethod(size),
            (LotsMethod.Name, { } size) => new LotsMethod(size),
            (RotationMethod.Name, _) => new RotationMethod
            {
                NPerCell = n,
                Rates = n is null ? RatesOf(plan) : null,
                MinPerCell = n is null ? plan.MinPerCell : 0,
                Cycle = cycle is null ? null : (cycle.Announcement.Terms.Method as RotationMethod)?.Cycle ?? cycle.Announcement.Hash,
                Cursors = (cycle?.Selection as RotationSelection)?.NextCursors ?? [],
            },
            _ when MethodLines.Names.Contains(scheme, StringComparer.Ordinal) => Refusal.Of("SUP4233", scheme),
            _ => Refusal.Of("SUP4232", scheme, string.Join(", ", MethodLines.Names)),
        };
    }

    private static DrawRates RatesOf(InspectionPlan plan) => new(
    [
        .. plan.Rates.Select(rate => new DrawRate(rate.Ppm, rate.Tier)),
        .. plan.Frequency.AtLeastOnceInMonths is null
            ? Array.Empty<DrawRate>()
            : [new DrawRate(DrawRate.Whole, VisitFrequency.DueCell)],
    ]);
}
