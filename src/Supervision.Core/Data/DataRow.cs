namespace Supervision.Data;

/// <summary>A row as it was delivered.</summary>
/// <param name="Number">Line of the file on which it begins, the header being 1; or its place in a list, from 1.</param>
/// <param name="Values">Values in the order of the table's fields; "" for an empty one.</param>
public sealed record DataRow(long Number, IReadOnlyList<string> Values);
