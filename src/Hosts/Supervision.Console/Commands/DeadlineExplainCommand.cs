using System.CommandLine;
using System.Globalization;
using Supervision.Console.Shell;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Console.Commands;

/// <summary>Counts a legal period and says how. Needs no database.</summary>
internal static class DeadlineExplainCommand
{
    private static readonly Dictionary<string, PeriodUnit> s_units = new(StringComparer.Ordinal)
    {
        ["wd"] = PeriodUnit.WorkingDay, ["d"] = PeriodUnit.CalendarDay, ["m"] = PeriodUnit.Month, ["y"] = PeriodUnit.Year,
    };

    public static Command Create(CommandFactory factory)
    {
        var length = new Argument<string>("LENGTH");
        var from = new Option<DateOnly>("--from") { HelpName = "DATE", Required = true };
        var law = new Option<string>("--law") { HelpName = "NAME", DefaultValueFactory = _ => "行政处罚法" };
        var article = new Option<string>("--article") { HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var extend = new Option<int[]>("--extend") { HelpName = "N" };
        var exclude = new Option<string[]>("--exclude") { HelpName = "FROM..TO=REASON" };
        return factory.Verb("deadline.explain", RunAsync, length, from, law, article, extend, exclude);

        Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellationToken)
        {
            var start = run.Arguments.GetValue(from);
            var basis = new LegalBasis(run.Arguments.GetRequiredValue(law), run.Arguments.GetRequiredValue(article));
            var text = run.Arguments.GetRequiredValue(length);
            if (Period(text, basis, start) is not { } period)
            {
                run.Talk.Warn("deadline.explain.length.wrong", text);
                return Task.FromResult(ExitCode.Usage);
            }

            var spans = run.Arguments.GetValue(exclude) ?? [];
            if (Array.Find(spans, span => Span(span, basis) is null) is { } wrong)
            {
                run.Talk.Warn("deadline.explain.exclude.wrong", wrong);
                return Task.FromResult(ExitCode.Usage);
            }

            var clock = new LegalClock(WorkingCalendar.Shipped, PeriodConventions.Shipped);
            var deadline = clock.Due(period, start, [.. spans.Select(span => Span(span, basis)!)]);
            foreach (var more in run.Arguments.GetValue(extend) ?? [])
            {
                deadline = clock.Extend(deadline, new LegalPeriod(more, period.Unit, basis));
            }

            Show(run, deadline);
            return Task.FromResult(ExitCode.Ok);
        }
    }

    // "7" has the unit that its law gives to seven days; "7wd", "7d", "6m" and "2y" say it.
    private static LegalPeriod? Period(string text, LegalBasis basis, DateOnly start)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (!int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length is < 1 or > 36_500)
        {
            return null;
        }

        return digits == text.Length ? PeriodConventions.Shipped.On(basis.Law, start).Days(length, basis.Article)
            : s_units.TryGetValue(text[digits..], out var unit) ? new LegalPeriod(length, unit, basis)
            : null;
    }

    private static Suspension? Span(string text, LegalBasis basis) =>
        text.Split("..", 2) is [var first, var rest] && rest.Split('=', 2) is [var last, { Length: > 0 } reason]
        && DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
        && start <= end
            ? new Suspension(start, end.AddDays(1), reason, basis)
            : null;

    private static void Show(CommandRun run, Deadline deadline) => run.Output.Show(
        json =>
        {
            json.WriteString("due", Text(deadline.Due));
            json.WriteString("lastDay", Text(deadline.LastDay));
            json.WriteString("start", Text(deadline.Start));
            json.WriteString("unit", deadline.Period.Unit.ToString());
            json.WriteNumber("length", deadline.Period.Length);
            json.WriteString("basis", deadline.Period.Basis.ToString());
            json.WriteString("calendar", deadline.CalendarVersion);
            json.WriteBoolean("provisional", deadline.IsProvisional);
            json.WriteString("explanation", deadline.Explanation.In(run.Texts.Culture));
        },
        output => output.Line(deadline.Explanation.In(run.Texts.Culture)));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
