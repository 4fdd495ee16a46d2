namespace Supervision.Data;

/// <summary>What became of a delivery.</summary>
/// <param name="Batch">The batch, or null when nothing differs from the deliveries before.</param>
/// <param name="Unchanged">Rows that are as they were.</param>
/// <param name="Report">Quality report over all rows.</param>
public sealed record DeliveryResult(DataBatch? Batch, int Unchanged, QualityReport Report);
