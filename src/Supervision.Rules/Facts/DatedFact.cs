namespace Supervision.Rules.Facts;

/// <summary>An attribute of a subject from a civil date on, until the next value of the same name. Immutable.</summary>
/// <param name="Name">Name in the pack's <c>subject:</c>.</param>
/// <param name="From">First civil date.</param>
/// <param name="Value">Its value.</param>
public sealed record DatedFact(string Name, DateOnly From, Fact Value);
