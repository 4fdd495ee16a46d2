using Supervision.Rules.Facts;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Policies;

/// <summary>Finds the issued results that what was recorded later has changed. Pure.</summary>
internal static class ResultChanges
{
    /// <param name="versionOn">The version in force on the day a result spoke for.</param>
    /// <param name="history">Events, attributes and issued results.</param>
    /// <param name="known">Civil date up to which events count as recorded.</param>
    public static IEnumerable<ResultChange> Of(
        Func<DateOnly, (RulePack Pack, Func<SubjectHistory, DateOnly, DateOnly, PackOutcome> Evaluate)> versionOn, SubjectHistory history, DateOnly known) => history.Issued
        .Where(issued => issued.On <= known && (issued.Policy is null || string.Equals(issued.Policy, versionOn(issued.On).Pack.Reference.Id, StringComparison.Ordinal)))
        .OrderBy(issued => issued.On).ThenBy(issued => issued.Decision, StringComparer.Ordinal)
        .SelectMany(issued => Of(versionOn(issued.On), history, issued, known));

    // Looks at the day again as it was known then, and at the end of each later day on which something was recorded.
    private static IEnumerable<ResultChange> Of(
        (RulePack Pack, Func<SubjectHistory, DateOnly, DateOnly, PackOutcome> Evaluate) version, SubjectHistory history, IssuedResult issued, DateOnly known)
    {
        if (!version.Pack.Decisions.Values.Any(decision => decision.Outputs.Where((_, at) => string.Equals(decision.NameOf(at), issued.Decision, StringComparison.Ordinal)).Any()))
        {
            throw new ArgumentException($"{version.Pack.Reference} has no decision '{issued.Decision}' that could have been issued on {Invariant.Text(issued.On)}.", nameof(history));
        }

        var before = history with { Issued = [.. history.Issued.Where(other => other.On < issued.On)] };
        var old = issued.Value;
        var later = history.Events.Where(one => one.RecordedOn > issued.On && one.RecordedOn <= known)
            .GroupBy(one => one.RecordedOn).OrderBy(day => day.Key).Select(day => (Day: day.Key, Events: day.AsEnumerable()));
        foreach (var (day, events) in later.Prepend((issued.On, [])))
        {
            var now = version.Evaluate(before, issued.On, day).Value(issued.Decision);
            if (!string.Equals(now.ToString(), old.ToString(), StringComparison.Ordinal))
            {
                yield return new ResultChange(issued.Decision, issued.On, old, now, day, [.. events.OrderBy(one => one.Sequence).Select(one => one.Id)]);
                old = now;
            }
        }
    }
}
