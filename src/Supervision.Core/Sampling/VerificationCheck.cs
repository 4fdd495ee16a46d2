using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>One named check of a published bundle. Immutable.</summary>
/// <param name="Name">Stable name in lower-case English words joined by hyphens, such as <c>frame-root</c>.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Expected">What the announcement or the recomputation says; may be empty.</param>
/// <param name="Actual">What the bundle says; may be empty.</param>
/// <param name="Text">A sentence for the reader.</param>
public sealed record VerificationCheck(
    string Name, VerificationStatus Status, string Expected, string Actual, Message Text);
