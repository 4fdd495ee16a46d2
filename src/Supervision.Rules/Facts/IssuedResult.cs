namespace Supervision.Rules.Facts;

/// <summary>A result of a decision that was issued to the subject earlier and stands as issued. Immutable.</summary>
/// <param name="Decision">Name of the decision.</param>
/// <param name="On">Civil date that it spoke for.</param>
/// <param name="Value">What was issued.</param>
public sealed record IssuedResult(string Decision, DateOnly On, Fact Value)
{
    /// <summary>Id of the policy under which it was issued; null for the policy that decides.</summary>
    public string? Policy { get; init; }
}
