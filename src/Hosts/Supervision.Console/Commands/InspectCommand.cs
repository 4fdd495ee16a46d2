using System.CommandLine;
using System.Text.Json;
using Supervision.Console.Shell;
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
                run.Talk.Unreadable(path, exception);
                return ExitCode.Failed;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var result = await run.Talk.ProgressAsync(
                "inspect.progress", report => services.Acts.InspectAsync(answers, services.Get<AuthorityClock>().Now, report, cancellationToken));
            Show(run, result);
            return result.Refused.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, HandedIn result)
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
}
