using Supervision.DecisionSupport;
using Supervision.Storage.Mapping;

namespace Supervision.Storage.Stores.DecisionSupport;

internal sealed class IndicatorStore(StorageScope scope) : IIndicatorStore
{
    public async Task<IReadOnlyList<IndicatorCount>> CountAsync(
        IndicatorMeasure measure, IndicatorPeriod period, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(divisionPrefix);
        var source = IndicatorSql.Of(measure.Source, scope.Engine);
        var (first, last) = source.ByInstant
            ? ((object)Stored.Instant(period.Start), (object)Stored.Instant(period.End))
            : (Stored.Date(period.From), Stored.Date(period.To.AddDays(1)));
        List<object> values = [first, last, divisionPrefix, Stored.Date(period.To), Stored.Instant(period.Start), Stored.Instant(period.End), Stored.Date(period.GapsTo)];
        var where = source.When;
        foreach (var filter in measure.Filters)
        {
            var names = filter.Values.Select(value =>
            {
                values.Add(source.Fields[filter.Field].Value(value));
                return FormattableString.Invariant($"@p{values.Count - 1}");
            });
            where += $" AND {source.Fields[filter.Field].Sql} IN ({string.Join(", ", names)})";
        }

        // As a range, and only where there is one: a server takes a condition that it cannot estimate for a rare one, and begins with the register.
        if (divisionPrefix.Length > 0)
        {
            values.Add(divisionPrefix + "\U0010FFFF");
            where += FormattableString.Invariant($" AND {source.Division} >= @p2 AND {source.Division} < @p{values.Count - 1}");
        }

        var counts = new List<IndicatorCount>();
        var rows = scope.Read().Query(
            $"SELECT {source.Agency}, {source.Division}, {source.Count} FROM {source.From} WHERE {where} GROUP BY 1, 2",
            [.. values]);
        await using var _ = rows.ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            counts.Add(new IndicatorCount(rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
        }

        return [.. counts.OrderBy(count => count.AgencyId, StringComparer.Ordinal).ThenBy(count => count.DivisionCode, StringComparer.Ordinal)];
    }
}
