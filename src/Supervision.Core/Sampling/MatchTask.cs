namespace Supervision.Sampling;

/// <summary>One inspection that needs two officers of a department. Immutable.</summary>
/// <param name="Id">1 to 64 bytes 0x21–0x7E without <c>/</c>, unique.</param>
/// <param name="Department">The department whose officers may serve; 1 to 255 bytes of UTF-8.</param>
/// <param name="Item">The item that at least one of the two must be qualified for; 1 to 255 bytes, no <c>;</c>.</param>
public sealed record MatchTask(string Id, string Department, string Item)
{
    /// <summary>Id of the subject that is inspected, as in the frame; empty when the tasks are not about a frame.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>Salt of its leaf, 16 bytes as 32 lower-case hexadecimal digits; empty when leaves are plain.</summary>
    public string Salt { get; init; } = "";
}
