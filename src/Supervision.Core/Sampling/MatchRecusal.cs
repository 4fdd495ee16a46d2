namespace Supervision.Sampling;

/// <summary>An officer who must not serve on a task, for whatever lawful reason. Immutable.</summary>
/// <param name="OfficerId">An officer on the roster.</param>
/// <param name="TaskId">A task on the list.</param>
/// <legal source="行政处罚法" article="第四十三条" />
public sealed record MatchRecusal(string OfficerId, string TaskId)
{
    /// <summary>Salt of its leaf, 16 bytes as 32 lower-case hexadecimal digits; empty when leaves are plain.</summary>
    public string Salt { get; init; } = "";
}
