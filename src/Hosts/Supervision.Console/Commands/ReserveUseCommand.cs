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
            var place = BundleFolder.Of(run.Arguments.GetRequiredValue(folder), id);
            var isSealed = await services.RunAsync<IDrawStore, bool>(async store =>
                await store.FindDrawAsync(id, cancellationToken) is { IsSealed: true });
            if (!place.ReadWhole(isSealed).TryGet(out var read, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            Digest? hash = run.Arguments.GetValue(evidence) is { } file
                ? Hash.Of(HashKind.Sha256, await File.ReadAllBytesAsync(file, cancellationToken))
                : null;
            var outcome = await services.RunAsync<ReplaceSubject, Outcome<SubjectReplacement>>(replace => replace.RunAsync(
                id, read.Draw, read.Match, run.Arguments.GetRequiredValue(subject), run.Arguments.GetRequiredValue(reason),
                run.Arguments.GetRequiredValue(approver), hash, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var done, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            place.Write(done, isSealed);
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
