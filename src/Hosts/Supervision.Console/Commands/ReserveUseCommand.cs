using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Inspections;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Puts the next reserve in the place of a drawn subject that cannot be inspected.</summary>
internal static class ReserveUseCommand
{
    public static Command Create(CommandFactory factory)
    {
        var draw = new Argument<string>("DRAW");
        var subject = new Argument<string>("SUBJECT");
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true };
        var approver = new Option<string>("--approver") { HelpName = "NAME", Required = true };
        var evidence = new Option<string?>("--evidence") { HelpName = "FILE" };
        var folder = OutOption.Create();
        return factory.Verb("reserve.use", RunAsync, draw, subject, reason, approver, evidence, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var id = run.Arguments.GetRequiredValue(draw);
            var place = DrawSubjects.FolderOf(run.Arguments.GetRequiredValue(folder), id);
            var whole = place.Private.Exists ? place.Private : place;
            if (!DrawBundle.Read(whole.Open).TryGet(out var bundle, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            Digest? hash = run.Arguments.GetValue(evidence) is { } file
                ? Hash.Of(HashKind.Sha256, await File.ReadAllBytesAsync(file, cancellationToken))
                : null;
            // Of a sealed draw the matching stays back too, in the private folder.
            var isSealed = await services.RunAsync<IDrawStore, bool>(async store =>
                await store.FindDrawAsync(id, cancellationToken) is { IsSealed: true });
            var matched = isSealed ? place.Private : place;
            MatchBundle? match = null;
            if (File.Exists(matched.InFolder(BundleFile.MatchAnnouncement)) && !matched.ReadMatch().TryGet(out match, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var outcome = await services.RunAsync<ReplaceSubject, Outcome<SubjectReplacement>>(replace => replace.RunAsync(
                id, bundle, match, run.Arguments.GetRequiredValue(subject), run.Arguments.GetRequiredValue(reason),
                run.Arguments.GetRequiredValue(approver), hash, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var done, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            if (place.Private.Exists)
            {
                place.Private.Write(done.Draw, BundleForm.Auditor);
            }

            if (!isSealed)
            {
                place.Write(done.Draw);
            }

            if (done.Match is { } after)
            {
                matched.Write(after);
            }

            var used = done.Draw.Reserves[^1];
            run.Output.Show(
                json =>
                {
                    json.WriteString("draw", id);
                    json.WriteString("cell", used.Cell);
                    json.WriteString("replaced", used.Replaced);
                    json.WriteString("by", used.By);
                    json.WriteStartArray("tasks");
                    foreach (var task in done.Tasks)
                    {
                        json.WriteStringValue(task.Id);
                    }

                    json.WriteEndArray();
                },
                output =>
                {
                    output.Line(run.Texts.Format("reserve.used", used.Replaced, used.By, used.Cell));
                    foreach (var task in done.Tasks)
                    {
                        output.Line(run.Texts.Format("reserve.task", task.Id, string.Join(", ", task.OfficerIds)));
                    }

                    if (done.Match is not null && done.Tasks.Count == 0)
                    {
                        output.Line(run.Texts.Format("reserve.elsewhere", used.By));
                    }
                });
            return done.Match is null || done.Tasks.Count > 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }
}
