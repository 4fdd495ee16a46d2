using Supervision.Cases;

namespace Supervision.Documents;

/// <summary>A step that was taken, with the document it gave.</summary>
/// <param name="Case">The case after it.</param>
/// <param name="Document">The document; null when the step gives none.</param>
public sealed record DocumentedStep(PenaltyCase Case, IssuedDocument? Document);
