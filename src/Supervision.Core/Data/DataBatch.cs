namespace Supervision.Data;

/// <summary>A batch of a channel, complete: what was taken in, or what is handed out. Immutable.</summary>
/// <param name="Channel">The stream of batches that it continues, such as "national" or "sf-food".</param>
/// <param name="AgencyId">Whose batch it is.</param>
/// <param name="Number">Number.</param>
/// <param name="Standard">Name and version of the standard.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Rows">Rows by table and key.</param>
public sealed record DataBatch(
    string Channel, string AgencyId, BatchNumber Number, string Standard, DateTimeOffset MadeAt, IReadOnlyList<BatchRow> Rows)
{
    /// <summary>How many rows have an operation.</summary>
    public int Count(BatchOperation operation) => Rows.Count(row => row.Operation == operation);
}
