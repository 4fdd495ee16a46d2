using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Hashing;
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
            var outcome = await services.RunAsync<UseReserve, Outcome<DrawBundle>>(use => use.RunAsync(
                id, bundle, run.Arguments.GetRequiredValue(subject), run.Arguments.GetRequiredValue(reason),
                run.Arguments.GetRequiredValue(approver), hash, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var after, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var isSealed = await services.RunAsync<IDrawStore, bool>(async store =>
                await store.FindDrawAsync(id, cancellationToken) is { IsSealed: true });
            if (place.Private.Exists)
            {
                place.Private.Write(after, BundleForm.Auditor);
            }

            if (!isSealed)
            {
                place.Write(after);
            }

            var used = after.Reserves[^1];
            run.Output.Show(
                json =>
                {
                    json.WriteString("draw", id);
                    json.WriteString("cell", used.Cell);
                    json.WriteString("replaced", used.Replaced);
                    json.WriteString("by", used.By);
                },
                output => output.Line(run.Texts.Format("reserve.used", used.Replaced, used.By, used.Cell)));
            return ExitCode.Ok;
        }
    }
}
