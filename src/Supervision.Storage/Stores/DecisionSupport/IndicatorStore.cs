using Supervision.DecisionSupport;
using Supervision.Storage.Mapping;

namespace Supervision.Storage.Stores.DecisionSupport;

internal sealed class IndicatorStore(StorageScope scope) : IIndicatorStore
{
    public async Task<IReadOnlyList<IndicatorCount>> CountAsync(
        IndicatorMeasure measure, IndicatorPeriod period, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        return (await CountEachAsync([measure], [period], divisionPrefix, cancellationToken).ConfigureAwait(false))[0][0];
    }

    public async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<IndicatorCount>>>> CountEachAsync(
        IReadOnlyList<IndicatorMeasure> measures, IReadOnlyList<IndicatorPeriod> periods, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(divisionPrefix);
        var source = IndicatorSql.Of(measures.Select(measure => measure.Source).Distinct().Single(), scope.Engine);
        var counts = measures.Select(_ => periods.Select(_ => new List<IndicatorCount>()).ToList()).ToList();
        if (source.Day is not null)
        {
            await CountAsync(source, measures, periods, divisionPrefix, counts, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (var (at, period) in periods.Index())
            {
                await CountAsync(source, measures, [period], divisionPrefix, [.. counts.Select(one => one.GetRange(at, 1))], cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. counts.Select(measure => (IReadOnlyList<IReadOnlyList<IndicatorCount>>)[.. measure.Select(period =>
            (IReadOnlyList<IndicatorCount>)[.. period.OrderBy(count => count.AgencyId, StringComparer.Ordinal).ThenBy(count => count.DivisionCode, StringComparer.Ordinal)])])];
    }

    private async Task CountAsync(
        IndicatorSql source, IReadOnlyList<IndicatorMeasure> measures, IReadOnlyList<IndicatorPeriod> periods, string divisionPrefix,
        List<List<List<IndicatorCount>>> counts, CancellationToken cancellationToken)
    {
        var (first, last) = (periods[0], periods[^1]);
        List<object> values =
        [
            source.ByInstant ? Stored.Instant(first.Start) : Stored.Date(first.From), source.ByInstant ? Stored.Instant(last.End) : Stored.Date(last.To.AddDays(1)),
            divisionPrefix, Stored.Date(last.To), Stored.Instant(first.Start), Stored.Instant(last.End), Stored.Date(last.GapsTo),
        ];

        // As a range, and only where there is one: a server takes a condition that it cannot estimate for a rare one, and begins with the register.
        var where = divisionPrefix.Length == 0 ? source.When : $"{source.When} AND {source.Division} >= @p2 AND {source.Division} < {Next(values, divisionPrefix + "\U0010FFFF")}";
        var which = Which(source, periods, values);
        var columns = string.Join(", ", measures.Select(measure => $"COALESCE(CAST({source.Count}{Filter(source, measure, values)} AS BIGINT), 0)"));
        var rows = scope.Read().Query($"SELECT {source.Agency}, {source.Division}, {which}, {columns} FROM {source.From} WHERE {where} GROUP BY 1, 2, 3", [.. values]);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var at = 0; at < measures.Count; at++)
            {
                if (rows.GetInt64(3 + at) is > 0 and var count)
                {
                    counts[at][rows.GetInt32(2)].Add(new IndicatorCount(rows.GetString(0), rows.GetString(1), count));
                }
            }
        }
    }

    private static string Filter(IndicatorSql source, IndicatorMeasure measure, List<object> values) => measure.Filters.Count == 0 ? ""
        : $" FILTER (WHERE {string.Join(" AND ", measure.Filters.Select(filter =>
            $"{source.Fields[filter.Field].Sql} IN ({string.Join(", ", filter.Values.Select(value => Next(values, source.Fields[filter.Field].Value(value))))})"))})";

    // The place of the period that a row falls into: the first whose successor begins later.
    private static string Which(IndicatorSql source, IReadOnlyList<IndicatorPeriod> periods, List<object> values) => periods.Count == 1 ? "0"
        : FormattableString.Invariant($"CASE {string.Join(' ', periods.Skip(1).Select((period, at) =>
            FormattableString.Invariant($"WHEN {source.Day} < {Next(values, source.ByInstant ? Stored.Instant(period.Start) : Stored.Date(period.From))} THEN {at}")))} ELSE {periods.Count - 1} END");

    private static string Next(List<object> values, object value)
    {
        values.Add(value);
        return FormattableString.Invariant($"@p{values.Count - 1}");
    }
}
