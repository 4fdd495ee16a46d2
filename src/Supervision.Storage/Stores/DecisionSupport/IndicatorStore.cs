using Supervision.DecisionSupport;
using Supervision.Storage.Mapping;

namespace Supervision.Storage.Stores.DecisionSupport;

internal sealed class IndicatorStore(StorageScope scope) : IIndicatorStore
{
    public async Task<IReadOnlyList<IndicatorCount>> CountAsync(
        IndicatorMeasure measure, IndicatorPeriod period, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        return (await CountEachAsync(measure, [period], divisionPrefix, cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<IReadOnlyList<IndicatorCount>>> CountEachAsync(
        IndicatorMeasure measure, IReadOnlyList<IndicatorPeriod> periods, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(divisionPrefix);
        var source = IndicatorSql.Of(measure.Source, scope.Engine);
        if (source.Day is null && periods.Count > 1)
        {
            var one = new List<IReadOnlyList<IndicatorCount>>();
            foreach (var period in periods)
            {
                one.Add(await CountAsync(measure, period, divisionPrefix, cancellationToken).ConfigureAwait(false));
            }

            return one;
        }

        var (first, last) = (periods[0], periods[^1]);
        List<object> values =
        [
            source.ByInstant ? Stored.Instant(first.Start) : Stored.Date(first.From), source.ByInstant ? Stored.Instant(last.End) : Stored.Date(last.To.AddDays(1)),
            divisionPrefix, Stored.Date(last.To), Stored.Instant(first.Start), Stored.Instant(last.End), Stored.Date(last.GapsTo),
        ];
        var where = Where(source, measure, divisionPrefix, values);
        var which = Which(source, periods, values);
        var counts = periods.Select(_ => new List<IndicatorCount>()).ToList();
        var rows = scope.Read().Query(
            $"SELECT {source.Agency}, {source.Division}, {which}, {source.Count} FROM {source.From} WHERE {where} GROUP BY 1, 2, 3", [.. values]);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            counts[rows.GetInt32(2)].Add(new IndicatorCount(rows.GetString(0), rows.GetString(1), rows.GetInt64(3)));
        }

        return [.. counts.Select(one => (IReadOnlyList<IndicatorCount>)[.. one.OrderBy(count => count.AgencyId, StringComparer.Ordinal).ThenBy(count => count.DivisionCode, StringComparer.Ordinal)])];
    }

    private static string Where(IndicatorSql source, IndicatorMeasure measure, string divisionPrefix, List<object> values)
    {
        var where = source.When;
        foreach (var filter in measure.Filters)
        {
            where += $" AND {source.Fields[filter.Field].Sql} IN ({string.Join(", ", filter.Values.Select(value => Next(values, source.Fields[filter.Field].Value(value))))})";
        }

        // As a range, and only where there is one: a server takes a condition that it cannot estimate for a rare one, and begins with the register.
        return divisionPrefix.Length == 0 ? where : $"{where} AND {source.Division} >= @p2 AND {source.Division} < {Next(values, divisionPrefix + "\U0010FFFF")}";
    }

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
