namespace Supervision.Sampling;

/// <summary>
/// Where a database keeps the records of a frame. Names are quoted as they stand here; no part of them is taken for SQL. Ids must be
/// unique, and id and cell text columns.
/// </summary>
/// <param name="Name">The table, or the parts of its qualified name, such as schema and table.</param>
public sealed record SubjectTable(params IReadOnlyList<string> Name)
{
    /// <summary>Column of the id.</summary>
    public string Id { get; init; } = "id";

    /// <summary>Column of the cell.</summary>
    public string Cell { get; init; } = "cell";

    /// <summary>Column of the weight, an integer.</summary>
    public string Weight { get; init; } = "weight";

    /// <summary>Column of the status, an integer.</summary>
    public string Status { get; init; } = "status";
}
