namespace Supervision.Data;

/// <summary>Rows that somebody delivers into a channel. Immutable.</summary>
/// <param name="Channel">Channel, an identifier.</param>
/// <param name="Standard">Standard that tests them.</param>
/// <param name="Contents">Rows, at most one entry for each table.</param>
public sealed record Delivery(string Channel, DataStandard Standard, IReadOnlyList<DataContent> Contents)
{
    /// <summary>Whether it holds all rows of the channel, so that one that is missing is gone.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The field that names the registered subject, in each table that has it; null when none does.</summary>
    public string? SubjectField { get; init; }
}
