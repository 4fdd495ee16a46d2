namespace Supervision.DecisionSupport;

/// <summary>From counts to figures. Pure.</summary>
internal static class IndicatorFigures
{
    /// <summary>The stretches of a period, cut at months, quarters or years.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To)> Cut(DateOnly from, DateOnly to, IndicatorGrain grain)
    {
        var stretches = new List<(DateOnly, DateOnly)>();
        for (var start = from; start <= to;)
        {
            var next = After(start, grain);
            stretches.Add((start, next <= to ? next.AddDays(-1) : to));
            start = next;
        }

        return stretches;
    }

    /// <summary>The result of an indicator.</summary>
    /// <param name="definition">Indicator.</param>
    /// <param name="setHash">Hash of its document.</param>
    /// <param name="asOf">Day of the records.</param>
    /// <param name="points">Counts of numerator and denominator for each stretch.</param>
    /// <param name="whole">Counts of numerator and denominator for the whole period.</param>
    public static IndicatorResult Of(
        IndicatorDefinition definition, string setHash, DateOnly asOf,
        IReadOnlyList<(DateOnly From, DateOnly To, IReadOnlyList<IndicatorCount> Numerator, IReadOnlyList<IndicatorCount> Denominator)> points,
        (IReadOnlyList<IndicatorCount> Numerator, IReadOnlyList<IndicatorCount> Denominator) whole)
    {
        var total = Value(definition, whole.Numerator, whole.Denominator);
        var agencies = definition.IsOfAgency ? Rank(definition, whole, count => count.AgencyId) : [];
        var areas = Rank(definition, whole, count => count.DivisionCode);
        return new IndicatorResult(
            definition, setHash, asOf, total,
            [.. points.Select(point => new IndicatorPoint(point.From, point.To, Value(definition, point.Numerator, point.Denominator)))],
            agencies, areas, Warn(definition, asOf, total, agencies, areas));
    }

    private static DateOnly After(DateOnly day, IndicatorGrain grain) => grain switch
    {
        IndicatorGrain.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        IndicatorGrain.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).AddMonths(3),
        _ => new DateOnly(day.Year, 1, 1).AddYears(1),
    };

    private static IndicatorValue Value(
        IndicatorDefinition definition, IEnumerable<IndicatorCount> numerator, IEnumerable<IndicatorCount> denominator)
    {
        var (up, down) = (numerator.Sum(count => count.Count), denominator.Sum(count => count.Count));
        return new IndicatorValue(definition.IsRemainder ? down - up : up, down);
    }

    private static IndicatorRank[] Rank(
        IndicatorDefinition definition, (IReadOnlyList<IndicatorCount> Numerator, IReadOnlyList<IndicatorCount> Denominator) whole,
        Func<IndicatorCount, string> key)
    {
        var (up, down) = (whole.Numerator.ToLookup(key, StringComparer.Ordinal), whole.Denominator.ToLookup(key, StringComparer.Ordinal));
        var rows = up.Select(group => group.Key).Union(down.Select(group => group.Key), StringComparer.Ordinal)
            .Where(one => one.Length > 0).Select(one => (Key: one, Value: Value(definition, up[one], down[one]))).ToList();
        var better = definition.Direction == IndicatorDirection.Lower ? -1 : 1;
        var ranked = rows.Where(row => definition.Direction != IndicatorDirection.None && row.Value.Denominator >= definition.Smallest).ToList();
        return
        [
            .. rows.Select(row => new IndicatorRank(
                    row.Key, row.Value,
                    ranked.Contains(row) ? 1 + ranked.Count(other => better * other.Value.Quotient > better * row.Value.Quotient) : null))
                .OrderBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private static IndicatorWarning[] Warn(
        IndicatorDefinition definition, DateOnly asOf, IndicatorValue total, IEnumerable<IndicatorRank> agencies, IEnumerable<IndicatorRank> areas)
    {
        if (definition.Target is not { } target || asOf < target.From)
        {
            return [];
        }

        return
        [
            .. agencies.Select(row => (row.Key, row.Value, IsArea: false)).Concat(areas.Select(row => (row.Key, row.Value, IsArea: true))).Prepend((Key: "", Value: total, IsArea: false))
                .Where(row => row.Value.Denominator >= definition.Smallest && Misses(definition.Direction, row.Value.Quotient!.Value, target.Value))
                .Select(row => new IndicatorWarning(row.Key, row.Value, target) { IsArea = row.IsArea }),
        ];
    }

    private static bool Misses(IndicatorDirection direction, decimal value, decimal target) =>
        direction == IndicatorDirection.Lower ? value > target : direction == IndicatorDirection.Higher && value < target;
}
