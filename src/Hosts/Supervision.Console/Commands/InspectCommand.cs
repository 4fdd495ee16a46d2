using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Console.Inspections;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Hands in the answers of inspections. A refused one doesn't keep the others back.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        return factory.Verb("inspect", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var path = run.Arguments.GetRequiredValue(file);
            AnswersFile answers;
            try
            {
                answers = await AnswersFile.ReadAsync(path, cancellationToken);
            }
            catch (JsonException exception)
            {
                run.Talk.Warn("inspect.unreadable", path, exception.Message);
                return ExitCode.Failed;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var result = await MakeAsync(run, services, answers, cancellationToken);
            Show(run, result);
            return result.Refused.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    /// <summary>Hands in every visit of a file, each in a transaction of its own.</summary>
    public static Task<InspectResult> MakeAsync(
        CommandRun run, HostServices services, AnswersFile answers, CancellationToken cancellationToken) =>
        run.Talk.ProgressAsync("inspect.progress", async report =>
        {
            await using var scope = services.Scope();
            var submit = scope.ServiceProvider.GetRequiredService<SubmitInspection>();
            var store = scope.ServiceProvider.GetRequiredService<ITaskStore>();
            var now = services.Get<AuthorityClock>().Now;
            var done = new List<InspectionTask>();
            var refused = new List<(string Task, Refusal Refusal)>();
            foreach (var visit in answers.Inspections)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var visited = await store.FindAsync(visit.Task, cancellationToken);
                var outcome = await submit.RunAsync(visit.ToSubmission(visited, now), run.Actor, cancellationToken);
                if (outcome.TryGet(out var task, out var refusal))
                {
                    done.Add(task);
                }
                else
                {
                    refused.Add((visit.Task, refusal));
                }

                report((double)(done.Count + refused.Count) / answers.Inspections.Count);
            }

            return new InspectResult(done, refused);
        });

    private static void Show(CommandRun run, InspectResult result)
    {
        run.Output.Show(
            json =>
            {
                json.WriteNumber("recorded", result.Done.Count);
                json.WriteNumber("withFindings", result.WithFindings);
                json.WriteStartArray("refused");
                foreach (var (task, refusal) in result.Refused)
                {
                    json.WriteStartObject();
                    json.WriteString("task", task);
                    json.WriteString("code", refusal.Code);
                    json.WriteString("text", refusal.In(run.Texts.Culture));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            output => output.Line(run.Texts.Format("inspect.done", result.Done.Count, result.WithFindings)));
        foreach (var (task, refusal) in result.Refused)
        {
            run.Talk.Warn("inspect.refused", task, refusal.In(run.Texts.Culture));
        }
    }

    /// <summary>What handing in gave.</summary>
    internal sealed record InspectResult(
        IReadOnlyList<InspectionTask> Done, IReadOnlyList<(string Task, Refusal Refusal)> Refused)
    {
        public int WithFindings => Done.Count(task => task.RectifyBy is not null);
    }
}
