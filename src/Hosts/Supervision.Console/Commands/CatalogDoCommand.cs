using System.CommandLine;
using Supervision.Catalog;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>Takes one step of an item: submit, return, publish, suspend, republish, retire.</summary>
internal static class CatalogDoCommand
{
    public static Command Create(CommandFactory factory)
    {
        var code = new Argument<string>("CODE");
        var step = new Argument<ItemTrigger>("STEP");
        return factory.Verb("catalog.do", RunAsync, code, step);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<AdvanceItem, Outcome<ItemStep>>(advance => advance.RunAsync(
                run.Arguments.GetRequiredValue(code), run.Arguments.GetValue(step), run.Actor, cancellationToken));
            if (!outcome.TryGet(out var taken, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json =>
                {
                    json.WriteString("code", taken.Item.Code);
                    json.WriteString("state", taken.Item.State.ToString());
                    json.WriteNumber("version", taken.Item.Version);
                    json.WriteStartArray("affectedTasks");
                    foreach (var task in taken.AffectedTasks)
                    {
                        json.WriteStringValue(task);
                    }

                    json.WriteEndArray();
                },
                output =>
                {
                    output.Line(run.Texts.Format("catalog.do.done", taken.Item.Code, taken.Item.State, taken.Item.Version, taken.AffectedTasks.Count));
                    foreach (var task in taken.AffectedTasks)
                    {
                        output.Line(task);
                    }
                });
            return ExitCode.Ok;
        }
    }
}
