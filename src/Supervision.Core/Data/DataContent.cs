namespace Supervision.Data;

/// <summary>The rows of one table of a delivery.</summary>
/// <param name="Table">Schema.</param>
/// <param name="Rows">Readable rows.</param>
public sealed record DataContent(DataTable Table, IReadOnlyList<DataRow> Rows)
{
    /// <summary>Rows that could not be read at all, each with what is wrong; they are kept out.</summary>
    public IReadOnlyList<DataIssue> Unreadable { get; init; } = [];

    /// <summary>Faults that the reader saw in readable rows, such as lost bytes in a name. Other rows may still refer to such a row.</summary>
    public IReadOnlyList<DataIssue> Damaged { get; init; } = [];
}
