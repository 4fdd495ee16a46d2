namespace Supervision.Web.Api;

/// <summary>A delivery of data in the tables of the national standard.</summary>
/// <param name="Channel">Channel, each with batches of its own.</param>
/// <param name="Tables">Rows by table, each with its fields by name; a field that is not given is empty.</param>
internal sealed record DeliveredTables(string Channel, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables)
{
    /// <summary>Whether it is all that holds now, so that what is missing has ended.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Field that names the subject of a row, or null.</summary>
    public string? SubjectField { get; init; }
}
