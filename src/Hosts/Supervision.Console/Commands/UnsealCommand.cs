using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>Opens a sealed draw after its inspections: the whole bundle becomes public.</summary>
internal static class UnsealCommand
{
    public static Command Create(CommandFactory factory)
    {
        var draw = new Argument<string>("DRAW");
        var folder = OutOption.Create();
        return factory.Verb("unseal", RunAsync, draw, folder);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var id = run.Arguments.GetRequiredValue(draw);
            var place = BundleFolder.Of(run.Arguments.GetRequiredValue(folder), id);
            if (!DrawBundle.Read(place.Private.Open).TryGet(out var bundle, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            var outcome = await services.RunAsync<OpenDraw, Outcome<Draw>>(open => open.RunAsync(id, run.Actor, cancellationToken));
            if (!outcome.TryGet(out _, out refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            place.Unseal(bundle);
            run.Output.Show(
                json =>
                {
                    json.WriteString("draw", id);
                    json.WriteNumber("selected", bundle.Selection.SelectedIds.Count);
                    json.WriteString("folder", place.Path);
                },
                output =>
                {
                    output.Line(run.Texts.Format("unseal.done", id, bundle.Selection.SelectedIds.Count));
                    output.Line(run.Texts.Format("draw.verify", run.Self, place.Path));
                });
            return ExitCode.Ok;
        }
    }
}
