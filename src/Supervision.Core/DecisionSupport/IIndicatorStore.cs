namespace Supervision.DecisionSupport;

/// <summary>Counts for indicators inside the database. It gives counts only, of all agencies: who may see them is for the use case.</summary>
public interface IIndicatorStore
{
    /// <summary>How many there are in a period, by agency and division; those with none are absent.</summary>
    /// <param name="measure">What is counted.</param>
    /// <param name="period">When. Only its days are read, by an index.</param>
    /// <param name="divisionPrefix">Leading digits of the divisions that count; empty for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<IndicatorCount>> CountAsync(
        IndicatorMeasure measure, IndicatorPeriod period, string divisionPrefix, CancellationToken cancellationToken);

    /// <summary>
    /// The same for several measures of one source and for each of several periods that follow one another without a gap, in their order; <see cref="IndicatorPeriod.GapsTo"/>
    /// of the last one holds for all. A database that can reads what happened once, and not once a measure and period.
    /// </summary>
    /// <returns>For each measure, for each period, the counts.</returns>
    async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<IndicatorCount>>>> CountEachAsync(
        IReadOnlyList<IndicatorMeasure> measures, IReadOnlyList<IndicatorPeriod> periods, string divisionPrefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(periods);
        var all = new List<IReadOnlyList<IReadOnlyList<IndicatorCount>>>();
        foreach (var measure in measures)
        {
            var counts = new List<IReadOnlyList<IndicatorCount>>();
            foreach (var period in periods)
            {
                counts.Add(await CountAsync(measure, period with { GapsTo = periods[^1].GapsTo }, divisionPrefix, cancellationToken).ConfigureAwait(false));
            }

            all.Add(counts);
        }

        return all;
    }
}
