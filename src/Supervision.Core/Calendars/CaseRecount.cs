using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Calendars;

/// <summary>
/// Which open clocks of cases a changed calendar moves. A case keeps none of them: they are computed from its record each time, so that
/// nothing is to be saved.
/// </summary>
public sealed class CaseRecount(ICaseStore cases, ISubjectStore subjects, CaseLaw law)
{
    private const int PageSize = 500;

    internal async Task<IReadOnlyList<DeadlineMove>> RunAsync(WorkingCalendar before, WorkingCalendar after, CancellationToken cancellationToken)
    {
        var (old, now) = (law with { Clock = law.Clock.On(before) }, law with { Clock = law.Clock.On(after) });
        var moves = new List<DeadlineMove>();
        await foreach (var page in Pages.AllAsync(last => cases.ListOpenOfAllAsync(last, PageSize, cancellationToken), one => one.Id, PageSize).ConfigureAwait(false))
        {
            var parties = await subjects.FindAllAsync([.. page.Select(one => one.SubjectId).Distinct(StringComparer.Ordinal)], cancellationToken)
                .ConfigureAwait(false);
            foreach (var one in page)
            {
                moves.AddRange(Moves(one, old, now, parties.GetValueOrDefault(one.SubjectId)?.Kind ?? SubjectKind.Enterprise));
            }
        }

        return moves;
    }

    /// <summary>The clocks that nobody has met yet and whose last day differs. Pure.</summary>
    internal static IEnumerable<DeadlineMove> Moves(PenaltyCase one, CaseLaw old, CaseLaw now, SubjectKind party)
    {
        var before = Clocks(one, old, party);
        return
        [
            .. from clock in Clocks(one, now, party)
               where clock.Value.MetOn is null && before.TryGetValue(clock.Key, out var earlier) && earlier.Due != clock.Value.Due
               orderby clock.Key.Kind, clock.Key.Number
               select new DeadlineMove("case", one.Id, Name(clock.Key), before[clock.Key].Due, clock.Value.Due),
        ];
    }

    // A case whose clocks reach a year without a calendar cannot be counted as a whole: no clock of it moves by what is known.
    private static Dictionary<(CaseDeadlineKind Kind, int Number), CaseDeadline> Clocks(PenaltyCase one, CaseLaw law, SubjectKind party)
    {
        try
        {
            return CaseDeadlines.Of(one, law, party).ToDictionary(clock => (clock.Kind, clock.Number));
        }
        catch (CalendarNotPublishedException)
        {
            return [];
        }
    }

    private static string Name((CaseDeadlineKind Kind, int Number) clock) =>
        clock.Number == 1 ? clock.Kind.ToString() : $"{clock.Kind}.{Invariant.Text(clock.Number)}";
}
