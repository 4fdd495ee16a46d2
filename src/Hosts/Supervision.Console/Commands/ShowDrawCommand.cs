using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Inspections;
using Supervision.Sampling;

namespace Supervision.Console.Commands;

/// <summary>One draw: what was announced, how many were drawn, where its tasks stand.</summary>
internal static class ShowDrawCommand
{
    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("DRAW");
        return factory.Verb("show.draw", RunAsync, id);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var draw = await services.RunAsync<IDrawStore, Draw?>(
                store => store.FindDrawAsync(run.Arguments.GetRequiredValue(id), cancellationToken));
            if (draw is null)
            {
                run.Talk.Warn("show.draw.unknown", run.Arguments.GetRequiredValue(id));
                return ExitCode.Failed;
            }

            var tasks = await services.RunAsync<ITaskStore, IReadOnlyList<InspectionTask>>(
                store => store.ListByDrawAsync(draw.Id, cancellationToken));
            Show(run, draw, [.. tasks.CountBy(task => task.State).OrderBy(state => state.Key)]);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, Draw draw, IReadOnlyList<KeyValuePair<TaskState, int>> states) => run.Output.Show(
        json =>
        {
            json.WriteString("id", draw.Id);
            json.WriteString("plan", draw.PlanId);
            json.WriteString("drawnAt", draw.DrawnAt);
            json.WriteString("announcement", draw.AnnouncementHash.ToString());
            json.WriteNumber("frameCount", draw.FrameCount);
            json.WriteString("frameRoot", draw.FrameRoot.ToString());
            json.WriteString("seed", draw.IsSealed ? null : draw.Seed.ToString());
            json.WriteNumber("selected", draw.SelectedCount);
            json.WriteStartObject("tasks");
            foreach (var (state, count) in states)
            {
                json.WriteNumber(state.ToString(), count);
            }

            json.WriteEndObject();
        },
        output =>
        {
            output.Line(run.Texts.Format("draw.made", draw.Id, draw.SelectedCount, draw.FrameCount));
            output.Line($"H(A)  {draw.AnnouncementHash}");
            output.Line($"root  {draw.FrameRoot}");
            if (!draw.IsSealed)
            {
                output.Line($"seed  {draw.Seed}");
            }

            output.Table(
                [run.Texts["column.state"], run.Texts["column.tasks"]],
                states.Select(state => (IReadOnlyList<string>)
                    [run.Texts.Word(state.Key), state.Value.ToString(CultureInfo.InvariantCulture)]));
        });
}
