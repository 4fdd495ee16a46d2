namespace Supervision.Data;

/// <summary>A row of a batch.</summary>
/// <param name="Table">Table.</param>
/// <param name="Key">Names the row within its table.</param>
/// <param name="Operation">What the batch does to it.</param>
/// <param name="Values">Values in the order of the table's fields; for a deleted row the last ones.</param>
/// <param name="SubjectId">The registered subject that it is about, or null.</param>
public sealed record BatchRow(string Table, string Key, BatchOperation Operation, IReadOnlyList<string> Values, string? SubjectId = null)
{
    /// <summary>Whether a row has other values than this one.</summary>
    public bool Differs(IReadOnlyList<string> values) => !Values.SequenceEqual(values, StringComparer.Ordinal);
}
