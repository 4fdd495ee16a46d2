using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Draws;

/// <summary>The options that choose how subjects are drawn.</summary>
internal sealed class SchemeOptions
{
    public Option<string?> Scheme { get; } = new("--scheme") { HelpName = "NAME" };

    public Option<int?> N { get; } = new("--n") { HelpName = "NUMBER" };

    public Option<string?> Cycle { get; } = new("--cycle") { HelpName = "FOLDER" };

    public Symbol[] All => [Scheme, N, Cycle];

    /// <summary>The method, and the folder of the draw before in its cycle, if any.</summary>
    public async Task<Outcome<Choice>> ReadAsync(
        CommandRun run, HostServices services, string planId, CancellationToken cancellationToken)
    {
        var plan = await services.RunAsync<IDrawStore, InspectionPlan?>(store => store.FindPlanAsync(planId, cancellationToken));
        if (plan is null)
        {
            return Refusal.Of("SUP4111", planId);
        }

        DrawBundle? before = null;
        var cycle = run.Arguments.GetValue(Cycle);
        if (cycle is not null && !DrawBundle.Read(new BundleFolder(cycle).Open).TryGet(out before, out var refusal))
        {
            return refusal;
        }

        return PlanMethod.Of(plan, run.Arguments.GetValue(Scheme) ?? TierSrs.Scheme, run.Arguments.GetValue(N), before)
            .TryGet(out var method, out refusal)
                ? new Choice(method, cycle is null ? null : Path.GetFullPath(cycle))
                : refusal;
    }

    internal sealed record Choice(DrawMethod Method, string? Cycle);
}
