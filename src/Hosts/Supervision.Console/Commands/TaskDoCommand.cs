using System.CommandLine;
using System.Text.Json;
using Supervision.Console.Inspections;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Takes one step of a task, as a phone does.</summary>
internal static class TaskDoCommand
{
    /// <summary>The steps by their short names.</summary>
    public static IReadOnlyDictionary<string, TaskTrigger> Steps { get; } = new Dictionary<string, TaskTrigger>(StringComparer.Ordinal)
    {
        ["accept"] = TaskTrigger.Accept, ["enter"] = TaskTrigger.PresentCertificates, ["record"] = TaskTrigger.Record,
        ["sign"] = TaskTrigger.Countersign, ["order"] = TaskTrigger.OrderRectification, ["close"] = TaskTrigger.Close,
        ["clue"] = TaskTrigger.ReportClue, ["report"] = TaskTrigger.ReportCorrection, ["recheck"] = TaskTrigger.Recheck,
        ["pass"] = TaskTrigger.PassRecheck, ["escalate"] = TaskTrigger.Escalate, ["terminate"] = TaskTrigger.Terminate,
    };

    public static Command Create(CommandFactory factory)
    {
        var id = new Argument<string>("TASK");
        var step = new Argument<string>("STEP");
        var file = new Option<string?>("--file") { HelpName = "FILE" };
        var officer = new Option<string[]>("--officer") { HelpName = "ID" };
        var device = new Option<string>("--device") { HelpName = "NAME", DefaultValueFactory = _ => "console" };
        var point = new Option<string[]>("--point") { HelpName = "ID" };
        var by = new Option<DateOnly?>("--by") { HelpName = "DATE" };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT" };
        return factory.Verb("task.do", RunAsync, id, step, file, officer, device, point, by, reason);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var word = run.Arguments.GetRequiredValue(step);
            if (!Steps.TryGetValue(word, out var trigger) && !StepWord.TryRead(word, out trigger))
            {
                run.Talk.Warn("task.step.wrong", word, TaskView.Named(Steps, run.Texts));
                return ExitCode.Usage;
            }

            AnswersFile.Visit? visit = null;
            if (run.Arguments.GetValue(file) is { } path)
            {
                visit = await ReadAsync(run, path, cancellationToken);
                if (visit is null)
                {
                    return ExitCode.Failed;
                }
            }
            else if (trigger is TaskTrigger.Record or TaskTrigger.Recheck)
            {
                run.Talk.Warn("task.file.missing", word);
                return ExitCode.Usage;
            }

            await using var services = await run.OpenAsync(cancellationToken);
            var taskId = run.Arguments.GetRequiredValue(id);
            var now = services.Get<AuthorityClock>().Now;
            var task = await services.RunAsync<ITaskStore, InspectionTask?>(store => store.FindAsync(taskId, cancellationToken));
            var handed = (visit?.ToSubmission(task, now) ?? new InspectionSubmission(taskId, [], [], null, null, null)) with
            {
                TaskId = taskId,
            };
            var officers = run.Arguments.GetValue(officer) ?? [];
            var text = run.Arguments.GetValue(reason);
            handed = trigger switch
            {
                TaskTrigger.PresentCertificates => handed with
                {
                    PresentOfficerIds = officers,
                    Entry = new EntryScan(task?.SubjectId ?? "", now, run.Arguments.GetRequiredValue(device)),
                },
                TaskTrigger.Countersign => handed with
                {
                    OfficerSignatures = [.. officers.Select(signer => new OfficerSignature(signer, task?.RecordHash ?? "", now))],
                },
                TaskTrigger.OrderRectification => handed with
                {
                    RectifyBy = run.Arguments.GetValue(by), OrderedPointIds = run.Arguments.GetValue(point) ?? [],
                },
                TaskTrigger.ReportClue => handed with { ClueFacts = text, CluePointIds = run.Arguments.GetValue(point) ?? [] },
                TaskTrigger.Escalate => handed with { EscalateTo = text },
                TaskTrigger.Terminate => handed with { TerminationReason = text },
                _ => handed,
            };
            var outcome = await services.RunAsync<AdvanceTask, Outcome<InspectionTask>>(
                advance => advance.RunAsync(trigger, handed, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var done, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json => TaskView.Write(json, done),
                output =>
                {
                    output.Line(run.Texts.Format("task.done", done.Id, done.State));
                    TaskView.ShowNext(run, output, done);
                });
            return ExitCode.Ok;
        }
    }

    private static async Task<AnswersFile.Visit?> ReadAsync(CommandRun run, string path, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await AnswersFile.ReadAsync(path, cancellationToken);
            if (answers.Inspections is [var visit])
            {
                return visit;
            }

            run.Talk.Warn("task.file.one", path, answers.Inspections.Count);
            return null;
        }
        catch (JsonException exception)
        {
            run.Talk.Unreadable(path, exception);
            return null;
        }
    }
}
