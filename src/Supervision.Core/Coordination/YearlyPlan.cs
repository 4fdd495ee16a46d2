using System.Globalization;
using Supervision.Decisions;

namespace Supervision.Coordination;

/// <summary>An agency's plan for a year, before it is merged. Immutable.</summary>
/// <param name="AgencyId">Agency.</param>
/// <param name="Year">Civil year.</param>
/// <param name="Lines">Lines.</param>
public sealed record YearlyPlan(string AgencyId, int Year, IReadOnlyList<YearlyPlanLine> Lines)
{
    /// <summary>
    /// The checks that the plan asks for: a line's window is divided evenly by its frequency, so that two checks of a subject never
    /// fall together. SUP4131: a line's window is empty, leaves the year, or is shorter than its frequency; SUP4132: a frequency is
    /// not 1 to 12, or fewer than two officers; SUP4133: an item has a subject twice on overlapping days.
    /// </summary>
    public Outcome<IReadOnlyList<PlannedCheck>> Checks()
    {
        var checks = new List<PlannedCheck>();
        foreach (var (line, number) in Lines.Select((line, i) => (line, i + 1)))
        {
            if (line.Frequency is < 1 or > 12 || line.Officers < 2)
            {
                return Refusal.Of("SUP4132", AgencyId, Invariant.Text(number));
            }

            var days = line.To.DayNumber - line.From.DayNumber + 1;
            if (line.From.Year != Year || line.To.Year != Year || days < line.Frequency)
            {
                return Refusal.Of("SUP4131", AgencyId, Invariant.Text(number), Invariant.Text(Year));
            }

            foreach (var subject in line.SubjectIds.Distinct(StringComparer.Ordinal))
            {
                for (var i = 0; i < line.Frequency; i++)
                {
                    checks.Add(new PlannedCheck(
                        string.Create(CultureInfo.InvariantCulture, $"{AgencyId}/{Year}/{number}/{subject}/{i + 1}"),
                        AgencyId, subject, line.ItemCode,
                        line.From.AddDays(days * i / line.Frequency), line.From.AddDays((days * (i + 1) / line.Frequency) - 1), line.Officers)
                    {
                        IsStatutory = line.IsStatutory, IsKey = line.IsKey,
                    });
                }
            }
        }

        return Overlapping(checks) is { } twice ? Refusal.Of("SUP4133", twice.ItemCode, twice.SubjectId, AgencyId) : checks;
    }

    private static PlannedCheck? Overlapping(IEnumerable<PlannedCheck> checks) => checks
        .GroupBy(check => (check.ItemCode, check.SubjectId))
        .Select(group => group.OrderBy(check => check.From).ToList())
        .SelectMany(sorted => sorted.Skip(1).Where((check, i) => check.From <= sorted[i].To))
        .FirstOrDefault();
}
