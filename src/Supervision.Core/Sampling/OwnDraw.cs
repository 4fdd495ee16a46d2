using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>A draw that one may act on. Draws are public, hence a store finds other agencies' too; their plans it does not.</summary>
internal static class OwnDraw
{
    /// <summary>The draw and its plan. SUP4121: there is none, or it is another agency's.</summary>
    public static async Task<Outcome<(Draw Draw, InspectionPlan Plan)>> FindAsync(
        IDrawStore draws, string drawId, CancellationToken cancellationToken) =>
        await draws.FindDrawAsync(drawId, cancellationToken).ConfigureAwait(false) is { } draw
        && await draws.FindPlanAsync(draw.PlanId, cancellationToken).ConfigureAwait(false) is { } plan
            ? (draw, plan)
            : Refusal.Of("SUP4121", drawId);
}
