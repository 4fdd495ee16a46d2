namespace Supervision.Sampling;

/// <summary>All checks of a published bundle, in order; the order puts causes before their consequences. Immutable.</summary>
/// <param name="Checks">The checks.</param>
/// <param name="HasMatching">Whether the bundle holds a matching of officers, or at least a file of one.</param>
public sealed record VerificationReport(IReadOnlyList<VerificationCheck> Checks, bool HasMatching)
{
    /// <summary>Whether every check was made and passed.</summary>
    public bool IsVerified => Checks.All(check => check.Status == VerificationStatus.Passed);

    /// <summary>
    /// Whether nothing is wrong, but some checks need what is not public yet or not public at all; such a bundle is neither
    /// verified nor refused.
    /// </summary>
    public bool IsPartial => !IsVerified
        && Checks.All(check => check.Status is VerificationStatus.Passed or VerificationStatus.Withheld);

    /// <summary>The checks that failed, the primary reason first.</summary>
    public IEnumerable<VerificationCheck> Failures =>
        Checks.Where(check => check.Status == VerificationStatus.Failed);

    /// <summary>The primary reason for which the bundle is refused; null when it is verified.</summary>
    public VerificationCheck? Primary => Failures.FirstOrDefault();
}
