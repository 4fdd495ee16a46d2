using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>A remedy 救济途径 that a party is told of, as printed.</summary>
/// <param name="Text">What the party is told.</param>
/// <param name="Basis">The provision that gives it.</param>
public sealed record Remedy(string Text, LegalBasis Basis);
