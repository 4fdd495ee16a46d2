using System.CommandLine;
using System.Security.Cryptography;
using Supervision.Console.Draws;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>The first act of a draw: freezes the frame, announces, and keeps the office's secret for the second act.</summary>
internal static class AnnounceCommand
{
    public static Command Create(CommandFactory factory)
    {
        var plan = new Argument<string>("PLAN");
        var folder = OutOption.Create();
        var options = new AnnounceOptions();
        var method = new SchemeOptions();
        var rules = RulesOption.Create();
        return factory.Verb("announce", RunAsync, [plan, folder, .. options.All, .. method.All, rules]);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(run.Arguments.GetValue(rules), cancellationToken);
            var planId = run.Arguments.GetRequiredValue(plan);
            var id = await DrawSubjects.NextIdAsync(services, planId, cancellationToken);
            if (options.Read(run, id) is not { } input)
            {
                return ExitCode.Usage;
            }

            if (!(await method.ReadAsync(run, services, planId, cancellationToken)).TryGet(out var scheme, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var exclusions = run.Arguments.GetValue(options.Exclude) is { } file ? ExclusionFile.Read(file) : null;
            if (exclusions?.Refusal is { } wrong)
            {
                return run.Talk.Refuse(wrong);
            }

            var frameSecret = run.Arguments.GetValue(options.Salted) ? RandomNumberGenerator.GetBytes(32) : null;
            var notice = input.Notice with
            {
                Method = scheme.Method, FrameSecret = frameSecret, Exclusions = exclusions?.OrThrow(),
                SealedSecret = run.Arguments.GetValue(options.Sealed) ? 1 : null,
            };
            // Its secrets are kept before it is saved: an announcement whose secret is lost can only be voided.
            var path = run.Arguments.GetRequiredValue(folder);
            using var alone = BundleFolder.Of(path, planId).Hold();
            var outcome = await run.Talk.WaitAsync("draw.progress", () => services.RunAsync<AnnounceDraw, Outcome<AnnouncedDraw>>(announce => announce.RunAsync(
                planId, notice, run.Actor, made => BundleFolder.Of(path, made.Id).Keep(made, SecretsFile.Of(input.Secrets, frameSecret, scheme.Cycle)), cancellationToken)));
            if (!outcome.TryGet(out var announced, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var place = BundleFolder.Of(path, announced.Id);
            place.Write(create => announced.Write(create));
            Show(run, announced, place);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, AnnouncedDraw announced, BundleFolder place) => run.Output.Show(
        json =>
        {
            json.WriteString("draw", announced.Id);
            json.WriteString("announcement", announced.Announcement.Hash.ToString());
            json.WriteNumber("frameCount", announced.Frame.Count);
            json.WriteString("frameRoot", announced.Announcement.Terms.FrameRoot.ToString());
            json.WriteString("folder", place.Path);
            json.WriteString("private", place.Private.Path);
        },
        output =>
        {
            output.Line(run.Texts.Format("announce.made", announced.Id, announced.Frame.Count, announced.Announcement.Hash.ToString()));
            output.Line(run.Texts.Format("draw.files", place.Path));
            output.Line(run.Texts.Format("announce.private", place.Private.Path));
        });
}
