namespace Supervision.Rules.Inference;

/// <summary>What is known about one subject on one day: the facts of one session. Immutable.</summary>
/// <param name="SubjectId">Whom the facts are about. Not empty.</param>
/// <param name="AsOf">Civil date in the authority's time zone; the only "today" that a rule may know.</param>
/// <param name="Facts">
/// Immutable values of the embedder's own types, compared by their equality (records do that); their order means nothing.
/// </param>
public sealed record InferenceCase(string SubjectId, DateOnly AsOf, IReadOnlyList<object> Facts);
