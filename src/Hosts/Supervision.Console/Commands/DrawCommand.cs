using System.CommandLine;
using Supervision.Console.Draws;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>
/// Draws the subjects of a plan and writes the public files: the second act when the draw was announced, both at once
/// otherwise.
/// </summary>
internal static class DrawCommand
{
    public static Command Create(CommandFactory factory)
    {
        var plan = new Argument<string>("PLAN");
        var folder = OutOption.Create();
        var inputs = new DrawOptions();
        var reveal = new RevealOptions();
        var method = new SchemeOptions();
        var rules = RulesOption.Create();
        return factory.Verb("draw", RunAsync, [plan, folder, .. inputs.All, .. reveal.All, .. method.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var planId = run.Arguments.GetRequiredValue(plan);
            var path = run.Arguments.GetRequiredValue(folder);
            if (await OpenAsync(services, planId, cancellationToken) is { } open)
            {
                return await CompleteAsync(run, services, open, path, inputs, reveal, cancellationToken);
            }

            if (!(await method.ReadAsync(run, services, planId, cancellationToken)).TryGet(out var scheme, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            return await DrawSubjects.RunAsync(run, services, planId, path, inputs, cancellationToken, scheme.Method);
        }
    }

    private static Task<LoggedAnnouncement?> OpenAsync(HostServices services, string planId, CancellationToken cancellationToken) =>
        services.RunAsync<IDrawStore, LoggedAnnouncement?>(async store =>
            await store.FindPlanAsync(planId, cancellationToken) is { } plan
                ? (await store.ListAnnouncementsAsync(plan.AgencyId, cancellationToken)).FirstOrDefault(entry =>
                    entry.Programme == planId && entry.State == AnnouncementState.Announced)
                : null);

    private static async Task<ExitCode> CompleteAsync(
        CommandRun run, HostServices services, LoggedAnnouncement open, string path, DrawOptions inputs, RevealOptions reveal,
        CancellationToken cancellationToken)
    {
        var id = open.Draw.DrawId;
        var place = BundleFolder.Of(path, id);
        if (SecretsFile.Read(place.Private) is not { } kept)
        {
            return run.Talk.Refuse(Refusal.Of("SUP4235", id, place.Private.Path));
        }

        if (!FrozenDraw.Read(place.Private.Open).TryGet(out var frozen, out var refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        DrawCycle? cycle = null;
        if (kept.Cycle is { } before)
        {
            if (!DrawBundle.Read(new BundleFolder(before).Open).TryGet(out var last, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            cycle = last.Cycle ?? new DrawCycle(last.Announcement, last.Reveal);
        }

        if (!reveal.Read(run, inputs, frozen.Announcement, id, kept).TryGet(out var parts, out refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        using var alone = place.Hold();
        var outcome = await run.Talk.WaitAsync("draw.progress", () => services.RunAsync<MakeDraw, Outcome<DrawResult>>(make =>
            make.RunAsync(frozen.Announcement, frozen.Frame, parts, cycle, run.Actor, made => place.Private.Write(made.Bundle, BundleForm.Auditor), cancellationToken)));
        if (!outcome.TryGet(out var result, out refusal))
        {
            return run.Talk.Refuse(refusal);
        }

        if (result.Draw.IsSealed)
        {
            place.Write(create => result.Bundle.WriteSealed(create));
        }
        else
        {
            place.Write(result.Bundle);
        }

        DrawSubjects.Show(run, result, path);
        return ExitCode.Ok;
    }
}
