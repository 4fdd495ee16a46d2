namespace Supervision.Data;

/// <summary>
/// What must be done to rows that were delivered before, so that they are those delivered now. Pure: applied to the same rows again it
/// finds nothing to do, which is what makes a repeated delivery harmless.
/// </summary>
internal static class BatchDifference
{
    /// <summary>Inserts, updates and, for a complete delivery, deletions, by table and key.</summary>
    /// <param name="before">Rows as they stand after all batches so far; deleted ones may be among them.</param>
    /// <param name="now">Rows as they are now, by table and key; each once.</param>
    /// <param name="isComplete">Whether a row that is not among them is gone.</param>
    public static IReadOnlyList<BatchRow> Between(IEnumerable<BatchRow> before, IEnumerable<BatchRow> now, bool isComplete)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var standing = before.Where(row => row.Operation != BatchOperation.Delete).ToDictionary(row => (row.Table, row.Key));
        var changes = new List<BatchRow>();
        foreach (var row in now)
        {
            if (!standing.Remove((row.Table, row.Key), out var old))
            {
                changes.Add(row with { Operation = BatchOperation.Insert });
            }
            else if (old.Differs(row.Values) || old.SubjectId != row.SubjectId)
            {
                changes.Add(row with { Operation = BatchOperation.Update });
            }
        }

        if (isComplete)
        {
            changes.AddRange(standing.Values.Select(row => row with { Operation = BatchOperation.Delete }));
        }

        return [.. changes.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.Key, StringComparer.Ordinal)];
    }
}
