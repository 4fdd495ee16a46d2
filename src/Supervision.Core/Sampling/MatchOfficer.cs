namespace Supervision.Sampling;

/// <summary>An officer on the roster of a matching. Immutable.</summary>
/// <param name="Id">1 to 64 bytes 0x21–0x7E without <c>/</c>, unique; may be a pseudonym fixed in the roster.</param>
/// <param name="Department">1 to 255 bytes of UTF-8 without control characters.</param>
/// <param name="Items">
/// Items that the officer is qualified for, at most 255, all different; each as a department, and without <c>;</c>.
/// </param>
/// <param name="Load">Tasks the officer already has, 0 to 65,535; they count towards the cap.</param>
public sealed record MatchOfficer(string Id, string Department, IReadOnlyList<string> Items, int Load)
{
    /// <summary>Salt of its leaf, 16 bytes as 32 lower-case hexadecimal digits; empty when leaves are plain.</summary>
    public string Salt { get; init; } = "";
}
