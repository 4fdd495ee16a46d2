using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Cases;

/// <summary>Makes the clocks of one case.</summary>
internal sealed class CaseClocks(PenaltyCase penaltyCase, CaseLaw law)
{
    public List<CaseDeadline> Made { get; } = [];

    /// <summary>A period from an event, with its extensions and without the days that don't count.</summary>
    public CaseDeadline Add(
        CaseDeadlineKind kind, string key, DateOnly start, DateOnly? metOn, IReadOnlyList<string>? extensions = null, bool isRight = false)
    {
        var period = law.Procedure.Period(key, start);
        var more = (extensions ?? []).Select(extension => law.Procedure.Period(extension, start)).ToList();
        var excluded = penaltyCase.Exclusions
            .Select(e => (Span: e, Basis: law.Procedure.Excludes(e.Kind, kind, start))).Where(e => e.Basis is not null).ToList();
        try
        {
            var deadline = law.Clock.Due(period, start, [.. excluded
                .Where(e => e.Span.To >= e.Span.From)
                .Select(e => new Suspension(
                    e.Span.From, e.Span.To!.Value.AddDays(1), CaseDeadlines.Reason(e.Span.Kind), e.Basis!))]);
            deadline = more.Aggregate(deadline, law.Clock.Extend);
            return Keep(new CaseDeadline
            {
                Kind = kind, Start = start, Due = deadline.Due, MetOn = metOn, IsRight = isRight,
                PausedSince = metOn is null ? PausedSince(excluded.Select(e => e.Span), deadline.Due) : null,
                CalendarVersion = deadline.CalendarVersion, Explanation = Named(kind, deadline.Explanation),
            });
        }
        catch (CalendarNotPublishedException missing)
        {
            return Keep(new CaseDeadline
            {
                Kind = kind, Start = start, Due = null, MetOn = metOn, IsRight = isRight, CalendarVersion = law.Clock.CalendarVersion,
                Explanation = Named(kind, Explanation.Of(Message.Of(
                    $"case.due.unknown.{period.Unit}", Invariant.Text(period.Length), Invariant.Text(start), Invariant.Text(missing.Date.Year)))
                    .On(period.Basis)),
            });
        }
    }

    /// <summary>A number of hours, at the grain of civil days: until the end of the next day.</summary>
    public void NextDay(CaseDeadlineKind kind, string key, DateOnly start, DateOnly? metOn)
    {
        var hours = law.Procedure.Number(key, start);
        var due = start.AddDays((int)decimal.Ceiling(hours.Value / 24));
        Keep(new CaseDeadline
        {
            Kind = kind, Start = start, Due = due, MetOn = metOn, CalendarVersion = "",
            Explanation = Named(kind, Explanation.Of(Message.Of(
                "case.due.hours", Invariant.Text(due), Invariant.Text(hours.Value), Invariant.Text(start))).On(hours.Basis)),
        });
    }

    /// <summary>A plain date.</summary>
    public void On(CaseDeadlineKind kind, DateOnly start, DateOnly due, DateOnly? metOn, string article, bool isRight) =>
        Keep(new CaseDeadline
        {
            Kind = kind, Start = start, Due = due, MetOn = metOn, IsRight = isRight, CalendarVersion = "",
            Explanation = Named(kind, Explanation.Of(Message.Of("case.due.date", Invariant.Text(due)))
                .On(article.Length == 0 ? law.Procedure.Period("publish.stop", start).Basis : new LegalBasis("行政处罚法", article))),
        });

    /// <summary>The last day on which a notification before an event is in time.</summary>
    public void Before(CaseDeadlineKind kind, DateOnly planned, DateOnly notified)
    {
        var period = law.Procedure.Period("hearing.notice", notified);
        var due = HearingNotice(law, planned, notified);
        Keep(new CaseDeadline
        {
            Kind = kind, Start = planned, Due = due, MetOn = notified, CalendarVersion = law.Clock.CalendarVersion,
            Explanation = Named(kind, Explanation.Of(Message.Of(
                "case.due.before", Invariant.Text(due), Invariant.Text(period.Length), Invariant.Text(planned))).On(period.Basis)),
        });
    }

    /// <summary>The last day to notify a hearing.</summary>
    public static DateOnly HearingNotice(CaseLaw law, DateOnly planned, DateOnly on) => law.Clock.LatestBefore(
        law.Procedure.Period("hearing.notice", on), planned, law.Procedure.Number("hearing.notice.clear", on).Value > 0);

    private CaseDeadline Keep(CaseDeadline made)
    {
        var numbered = made with { Number = Made.Count(other => other.Kind == made.Kind) + 1 };
        Made.Add(numbered);
        return numbered;
    }

    private static Explanation Named(CaseDeadlineKind kind, Explanation how) => Explanation.Of(Message.Of($"case.deadline.{kind}"), how);

    // A pause that begins after the last day comes too late.
    private static DateOnly? PausedSince(IEnumerable<Exclusion> excluded, DateOnly due) =>
        excluded.Where(e => e.To is null && e.From <= due).Select(e => (DateOnly?)e.From).Min();
}
