using System.CommandLine;
using System.Text.Json;
using Supervision.Console.Inspections;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Console.Commands;

/// <summary>Opens a task that no draw made.</summary>
internal static class TaskOpenCommand
{
    public static Command Create(CommandFactory factory)
    {
        var source = new Argument<string>("SOURCE");
        var reference = new Argument<string>("REFERENCE");
        var subject = new Option<string>("--subject") { HelpName = "ID", Required = true };
        var item = new Option<string>("--item") { HelpName = "CODE", Required = true };
        var agency = new Option<string>("--agency") { HelpName = "ID", Required = true };
        var officer = new Option<string[]>("--officer") { HelpName = "ID", Required = true };
        var due = new Option<DateOnly?>("--due") { HelpName = "DATE" };
        return factory.Verb("task.open", RunAsync, source, reference, subject, item, agency, officer, due);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var word = run.Arguments.GetRequiredValue(source);
            if (!Enum.TryParse<TaskSource>(word, ignoreCase: true, out var known) || !char.IsLetter(word[0]))
            {
                run.Talk.Warn("task.source.wrong", word, Vocabulary.List(
                    [.. Enum.GetValues<TaskSource>().Select(one => $"{JsonNamingPolicy.CamelCase.ConvertName(one.ToString())} ({run.Texts.Word(one)})")], run.Texts.Culture));
                return ExitCode.Usage;
            }

            var request = new TaskRequest(
                known, run.Arguments.GetRequiredValue(reference), run.Arguments.GetRequiredValue(subject),
                run.Arguments.GetRequiredValue(item), run.Arguments.GetRequiredValue(agency),
                run.Arguments.GetRequiredValue(officer), run.Arguments.GetValue(due));
            await using var services = await run.OpenAsync(cancellationToken);
            var outcome = await services.RunAsync<OpenTask, Outcome<InspectionTask>>(
                open => open.RunAsync(request, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var task, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            run.Output.Show(
                json => TaskView.Write(json, task),
                output => output.Line(run.Texts.Format("task.opened", task.Id, TaskView.Text(task.DueOn), task.SourceBasis)));
            return ExitCode.Ok;
        }
    }
}
