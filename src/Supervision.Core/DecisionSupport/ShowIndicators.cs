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

        var periods = stretches.Select(stretch => new IndicatorPeriod(stretch.From, stretch.To, clock.StartOf(stretch.From), clock.StartOf(stretch.To.AddDays(1))) { GapsTo = GapsTo(stretch.To) }).ToList();
        IReadOnlyList<IndicatorDefinition> definitions = request.Codes.Count == 0 ? set.All : [.. request.Codes.Distinct(StringComparer.Ordinal).Select(code => set.Find(code)!)];
        var counts = await CountAsync(definitions, periods, prefix, cancellationToken).ConfigureAwait(false);
        return definitions.Select(definition =>
        {
            var (up, down) = (counts[definition.Numerator.Key], counts[definition.Denominator.Key]);
            return IndicatorFigures.Of(
                definition, set.ContentHash, today, [.. stretches.Select((stretch, at) => (stretch.From, stretch.To, up[at], down[at]))],
                (Whole(definition.Numerator, up), Whole(definition.Denominator, down)));
        }).ToArray();
    }

    // What happens adds up over time; officers are there all the while, so the last stretch stands for all.
    private static IReadOnlyList<IndicatorCount> Whole(IndicatorMeasure measure, IReadOnlyList<IReadOnlyList<IndicatorCount>> counts) =>
        measure.Source == IndicatorSource.Officers ? counts[^1] : [.. counts.SelectMany(one => one)];

    // A gap of yesterday may still be mended; that of a day whose time is over counts.
    private DateOnly GapsTo(DateOnly to)
    {
        var last = clock.Today.AddDays(-set.GapDaysOn(clock.Today) - 1);
        return last < to ? last : to;
    }

    // Indicators share their denominators, and those of one source are counted together.
    private async Task<Dictionary<string, IReadOnlyList<IReadOnlyList<IndicatorCount>>>> CountAsync(
        IReadOnlyList<IndicatorDefinition> definitions, List<IndicatorPeriod> periods, string prefix, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, IReadOnlyList<IReadOnlyList<IndicatorCount>>>(StringComparer.Ordinal);
        foreach (var source in definitions.SelectMany(definition => (IEnumerable<IndicatorMeasure>)[definition.Numerator, definition.Denominator])
            .DistinctBy(measure => measure.Key, StringComparer.Ordinal).GroupBy(measure => measure.Source))
        {
            List<IndicatorMeasure> measures = [.. source];
            var each = await store.CountEachAsync(measures, periods, prefix, cancellationToken).ConfigureAwait(false);
            foreach (var (measure, counted) in measures.Zip(each))
            {
                counts.Add(measure.Key, counted);
            }
        }

        return counts;
    }
}
