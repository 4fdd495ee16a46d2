using Supervision.Decisions;

namespace Supervision.Data;

/// <summary>A test that was made.</summary>
/// <param name="Failure">Why it failed, or null.</param>
internal readonly record struct RowResult((string Cause, Refusal Reason)? Failure)
{
    public static RowResult Passed { get; }

    public static RowResult Failed(string cause, string code, params string[] arguments) => new((cause, Refusal.Of(code, arguments)));
}
