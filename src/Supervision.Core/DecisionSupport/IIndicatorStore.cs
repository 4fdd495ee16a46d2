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
}
