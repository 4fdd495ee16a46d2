using System.CommandLine;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>Takes in what devices recorded offline. Files may come in any order and any number of times.</summary>
internal static class TaskMergeCommand
{
    public static Command Create(CommandFactory factory)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        return factory.Verb("task.merge", RunAsync, files);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            await using var services = await run.OpenAsync(cancellationToken);
            var results = new List<MergeResult>();
            foreach (var path in run.Arguments.GetRequiredValue(files))
            {
                var file = JsonFile.Read(path, AnswersJson.Default.OperationsFile);
                var outcome = await services.RunAsync<MergeOperations, Outcome<MergeResult>>(
                    merge => merge.RunAsync(file.Task, file.ToOperations(), run.Actor, cancellationToken));
                if (!outcome.TryGet(out var result, out var refusal))
                {
                    return run.Talk.Refuse(refusal);
                }

                results.Add(result);
            }

            Show(run, results[^1], results.Sum(result => result.Added));
            return results[^1].Conflicts.Count == 0 && results[^1].Log.Doubled.Count == 0 ? ExitCode.Ok : ExitCode.ProblemsFound;
        }
    }

    private static void Show(CommandRun run, MergeResult result, int added) => run.Output.Show(
        json =>
        {
            json.WriteString("task", result.Log.TaskId);
            json.WriteNumber("operations", result.Log.Operations.Count());
            json.WriteNumber("added", added);
            json.WriteNumber("answers", result.Answers.Count);
            json.WriteStartArray("incomplete");
            foreach (var device in result.Log.Incomplete)
            {
                json.WriteStringValue(device);
            }

            json.WriteEndArray();
            json.WriteStartArray("conflicts");
            foreach (var conflict in result.Conflicts)
            {
                json.WriteStartObject();
                json.WriteString("point", conflict.PointId);
                json.WriteStartArray("answers");
                foreach (var operation in conflict.Operations)
                {
                    json.WriteStartObject();
                    json.WriteString("device", operation.DeviceId);
                    json.WriteString("officer", operation.OfficerId);
                    json.WriteString("result", operation.Entry!.Answer.ToString());
                    json.WriteString("note", operation.Entry.Note);
                    json.WriteString("hash", operation.Hash);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output =>
        {
            output.Line(run.Texts.Format("task.merge.done", result.Log.TaskId, added, result.Log.Operations.Count(), result.Answers.Count));
            foreach (var device in result.Log.Incomplete)
            {
                output.Line(run.Texts.Format("task.merge.incomplete", device));
            }

            foreach (var (device, sequence) in result.Log.Doubled)
            {
                output.Line(run.Texts.Format("task.merge.doubled", device, sequence));
            }

            foreach (var operation in result.Conflicts.SelectMany(conflict => conflict.Operations))
            {
                output.Line(run.Texts.Format(
                    "task.merge.conflict", operation.Entry!.PointId, operation.DeviceId, operation.OfficerId, operation.Entry.Answer, operation.Hash));
            }
        });
}
