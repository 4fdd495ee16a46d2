using System.CommandLine;
using System.Globalization;
using Supervision.Calendars;
using Supervision.Console.Shell;
using Supervision.Decisions;

namespace Supervision.Console.Commands;

/// <summary>Takes in a year's notice of working days, or a changed one, and lists the deadlines that it moved.</summary>
internal static class CalendarImportCommand
{
    public static Command Create(CommandFactory factory)
    {
        var file = new Argument<string>("FILE");
        return factory.Verb("calendar.import", RunAsync, file);

        async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var content = await File.ReadAllTextAsync(run.Arguments.GetRequiredValue(file), cancellationToken);
            await using var services = await run.BeginAsync(cancellationToken);
            var outcome = await services.RunAsync<ImportCalendar, Outcome<CalendarImport>>(
                import => import.RunAsync(content, run.Actor, cancellationToken));
            if (!outcome.TryGet(out var done, out var refusal))
            {
                return run.Talk.Refuse(refusal);
            }

            Show(run, done);
            return ExitCode.Ok;
        }
    }

    private static void Show(CommandRun run, CalendarImport done) => run.Output.Show(
        json =>
        {
            json.WriteNumber("year", done.Year);
            json.WriteNumber("number", done.Number);
            json.WriteString("calendar", done.CalendarVersion);
            json.WriteRows("moves", done.Moves, move =>
            {
                json.WriteString("noun", move.Noun);
                json.WriteString("id", move.Id);
                json.WriteString("clock", move.Clock);
                json.WriteString("from", Text(move.From));
                json.WriteString("to", Text(move.To));
            });
        },
        output =>
        {
            output.Line(run.Texts.Format(done.Number == 0 ? "calendar.import.same" : "calendar.import.done", done.Year, done.Number, done.Moves.Count, done.CalendarVersion));
            if (done.Moves.Count > 0)
            {
                output.Table(
                    [run.Texts["column.kind"], run.Texts["column.key"], run.Texts["column.clock"], run.Texts["column.before"], run.Texts["column.after"]],
                    done.Moves.Select(move => (IReadOnlyList<string>)[DeadlineMoveWords.KindOf(move, run.Texts.Culture), move.Id, DeadlineMoveWords.ClockOf(move, run.Texts.Culture), Text(move.From) ?? "-", Text(move.To) ?? "-"]));
            }
        });

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
