using System.Globalization;
using Supervision.Console.Draws;
using Supervision.Console.Shell;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>What draw and next share: run the draw, write its files, show it.</summary>
internal static class DrawSubjects
{
    public static async Task<ExitCode> RunAsync(
        CommandRun run, HostServices services, string planId, string folder, DrawOptions options,
        CancellationToken cancellationToken, DrawMethod? method = null)
    {
        if (options.Read(run, await NextIdAsync(services, planId, cancellationToken)) is not { } inputs)
        {
            return ExitCode.Usage;
        }

        var outcome = await run.Talk.WaitAsync("draw.progress", () => services.Acts.DrawAsync(planId, folder, inputs, cancellationToken, method));
        if (!outcome.TryGet(out var result, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        Show(run, result, folder);
        return ExitCode.Ok;
    }

    /// <summary>The id that the next draw of a plan will have.</summary>
    public static async Task<string> NextIdAsync(HostServices services, string planId, CancellationToken cancellationToken)
    {
        var number = await services.RunAsync<IDrawStore, int>(async store =>
            await store.FindPlanAsync(planId, cancellationToken) is { } plan
                ? await store.LastNumberAsync(plan.AgencyId, plan.Id, cancellationToken) + 1
                : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{planId}-{number}");
    }

    public static void Show(CommandRun run, DrawResult result, string folder) => run.Output.Show(
        json =>
        {
            json.WriteString("draw", result.Draw.Id);
            json.WriteString("announcement", result.Draw.AnnouncementHash.ToString());
            json.WriteNumber("frameCount", result.Draw.FrameCount);
            json.WriteString("frameRoot", result.Draw.FrameRoot.ToString());
            json.WriteString("seed", result.Draw.IsSealed ? null : result.Draw.Seed.ToString());
            json.WriteNumber("selected", result.Draw.SelectedCount);
            json.WriteString("folder", BundleFolder.Of(folder, result.Draw.Id).Path);
        },
        output =>
        {
            output.Line(run.Texts.Format("draw.made", result.Draw.Id, result.Draw.SelectedCount, result.Draw.FrameCount));
            if (result.Bundle.Selection is TierSelection tiers)
            {
                output.Table(
                    [
                        run.Texts["column.class"], run.Texts["column.ratio"], run.Texts["column.eligible"],
                        run.Texts["column.drawn"],
                    ],
                    TiersOf(tiers));
            }

            var path = BundleFolder.Of(folder, result.Draw.Id).Path;
            output.Line(run.Texts.Format("draw.files", path));
            output.Line(run.Texts.Format("draw.verify", run.Self, path));
        });

    // A city has a cell for every class and division; people look at the classes.
    private static IEnumerable<IReadOnlyList<string>> TiersOf(TierSelection selection) => selection.Cells
        .GroupBy(cell => cell.Cell.Split('|')[0], StringComparer.Ordinal)
        .Select(tier => (IReadOnlyList<string>)
        [
            tier.Key, Percent.Of(tier.First().Ppm), Text(tier.Sum(cell => cell.Eligible)), Text(tier.Sum(cell => cell.Selected)),
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
