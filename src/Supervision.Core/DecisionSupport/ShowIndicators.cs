using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.DecisionSupport;

/// <summary>Shows indicators over time, by agency and by area. It counts; it shows nobody's records.</summary>
[AllowedTo(Roles.Planner | Roles.LegalReviewer | Roles.Head | Roles.CreditClerk | Roles.Auditor, IsShared = true)]
public sealed class ShowIndicators(IIndicatorStore store, IndicatorSet set, CurrentActor current, AuthorityClock clock)
{
    /// <summary>
    /// The figures. SUP3210: there is no such indicator; SUP3211: the period is empty or has more than
    /// <see cref="IndicatorRequest.MostPoints"/> points; SUP3212: the area is no division, or lies outside the actor's.
    /// </summary>
    public async Task<Outcome<IndicatorResult[]>> RunAsync(IndicatorRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Codes.FirstOrDefault(code => set.Find(code) is null) is { } unknown)
        {
            return Refusal.Of("SUP3210", unknown, string.Join(", ", set.All.Select(one => one.Code)));
        }

        var today = clock.Today;
        var to = request.To < today ? request.To : today;
        var stretches = IndicatorFigures.Cut(request.From, to, request.Grain);
        if (stretches.Count is 0 or > IndicatorRequest.MostPoints)
        {
            return Refusal.Of("SUP3211", Invariant.Text(request.From), Invariant.Text(to), Invariant.Text(IndicatorRequest.MostPoints));
        }

        var own = DivisionArea.Prefix(current.Actor?.DivisionCode ?? "");
        var prefix = request.Area.Length == 0 ? own : DivisionArea.Prefix(request.Area);
        if ((request.Area.Length > 0 && (request.Area.Length != 6 || !request.Area.All(char.IsAsciiDigit))) || !prefix.StartsWith(own, StringComparison.Ordinal))
        {
            return Refusal.Of("SUP3212", request.Area, own);
        }

        var counts = new Dictionary<string, IReadOnlyList<IndicatorCount>>(StringComparer.Ordinal);
        var results = new List<IndicatorResult>();
        foreach (var definition in request.Codes.Count == 0 ? set.All : [.. request.Codes.Distinct(StringComparer.Ordinal).Select(code => set.Find(code)!)])
        {
            results.Add(await FigureAsync(definition, stretches, today, (measure, from, last) => CountAsync(counts, measure, from, last, prefix, cancellationToken)).ConfigureAwait(false));
        }

        return results.ToArray();
    }

    private async Task<IndicatorResult> FigureAsync(
        IndicatorDefinition definition, IReadOnlyList<(DateOnly From, DateOnly To)> stretches, DateOnly today,
        Func<IndicatorMeasure, DateOnly, DateOnly, Task<IReadOnlyList<IndicatorCount>>> count)
    {
        var points = new List<(DateOnly, DateOnly, IReadOnlyList<IndicatorCount>, IReadOnlyList<IndicatorCount>)>();
        foreach (var (from, to) in stretches)
        {
            points.Add((from, to, await count(definition.Numerator, from, to).ConfigureAwait(false), await count(definition.Denominator, from, to).ConfigureAwait(false)));
        }

        return IndicatorFigures.Of(
            definition, set.ContentHash, today, points, (Whole(definition.Numerator, points, point => point.Item3), Whole(definition.Denominator, points, point => point.Item4)));
    }

    // What happens adds up over time; officers are there all the while, so the last stretch stands for all.
    private static IReadOnlyList<IndicatorCount> Whole<T>(IndicatorMeasure measure, List<T> points, Func<T, IReadOnlyList<IndicatorCount>> of) =>
        measure.Source == IndicatorSource.Officers ? of(points[^1]) : [.. points.SelectMany(of)];

    // A gap of yesterday may still be mended; that of a day whose time is over counts.
    private DateOnly GapsTo(DateOnly to)
    {
        var last = clock.Today.AddDays(-set.GapDaysOn(clock.Today) - 1);
        return last < to ? last : to;
    }

    private async Task<IReadOnlyList<IndicatorCount>> CountAsync(
        Dictionary<string, IReadOnlyList<IndicatorCount>> known, IndicatorMeasure measure, DateOnly from, DateOnly to, string prefix, CancellationToken cancellationToken)
    {
        var key = $"{Invariant.Text(from)} {measure.Key}";
        return known.TryGetValue(key, out var counted) ? counted : known[key] = await store.CountAsync(
            measure, new IndicatorPeriod(from, to, clock.StartOf(from), clock.StartOf(to.AddDays(1))) { GapsTo = GapsTo(to) }, prefix, cancellationToken).ConfigureAwait(false);
    }
}
