using System.CommandLine;
using Supervision.Cases;
using Supervision.Console.Cases;
using Supervision.Console.Shell;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Cases that are not archived, those with an overdue clock first.</summary>
internal static class CaseListCommand
{
    public static Command Create(CommandFactory factory) => factory.Verb("case.list", RunAsync);

    private static async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var services = await run.OpenAsync(cancellationToken);
        var law = services.Get<CaseLaw>();
        var today = services.Get<AuthorityClock>().Today;
        var rows = await OpenCases.ReadAsync(
            (after, limit) => services.RunAsync<ICaseStore, IReadOnlyList<PenaltyCase>>(store => store.ListOpenAsync(after, limit, cancellationToken)),
            ids => services.RunAsync<ISubjectStore, IReadOnlyDictionary<string, Subject>>(store => store.FindAllAsync(ids, cancellationToken)),
            law);
        Show(run, [.. rows.Select(row => (row.Case, row.Next)).OrderByDescending(row => row.Next?.IsOverdueOn(today) ?? false).ThenBy(row => row.Next?.Due ?? DateOnly.MaxValue)], today);
        return ExitCode.Ok;
    }

    private static void Show(CommandRun run, List<(PenaltyCase Case, CaseDeadline? Next)> rows, DateOnly today) => run.Output.Show(
        json =>
        {
            json.WriteStartArray("cases");
            foreach (var (one, next) in rows)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                json.WriteString("subject", one.SubjectId);
                json.WriteString("state", one.State.ToString());
                json.WriteString("next", next?.Kind.ToString());
                json.WriteString("due", CaseView.Date(next?.Due));
                json.WriteBoolean("overdue", next?.IsOverdueOn(today) ?? false);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        output => output.Table(
            [run.Texts["column.case"], run.Texts["column.subject"], run.Texts["column.state"], run.Texts["column.clock"], run.Texts["column.due"], run.Texts["column.result"]],
            rows.Select(row => (IReadOnlyList<string>)
            [
                row.Case.Id, row.Case.SubjectId, run.Texts.Word(row.Case.State), row.Next is { } next ? run.Texts.Word(next.Kind) : "-", CaseView.Date(row.Next?.Due) ?? "-",
                row.Next?.IsOverdueOn(today) is true ? run.Texts["clock.overdue"] : "",
            ])));
}
