namespace Supervision.Decisions;

/// <summary>The provision that a rule, an item or a decision rests on. Immutable.</summary>
/// <param name="Law">Title or short name of the law, regulation or rule pack. Not empty.</param>
/// <param name="Article">Article or section within it, as printed: "art. 42", "第四十二条". May be empty.</param>
/// <param name="EffectiveFrom">First civil date on which it applies, or null when unknown.</param>
/// <param name="EffectiveTo">First civil date on which it no longer applies, or null while it is in force.</param>
public sealed record LegalBasis(
    string Law, string Article, DateOnly? EffectiveFrom = null, DateOnly? EffectiveTo = null)
{
    /// <summary>Whether the provision applies on a civil date. The period is half-open: [from, to).</summary>
    public bool IsInForceOn(DateOnly date) =>
        (EffectiveFrom is null || EffectiveFrom <= date) && (EffectiveTo is null || date < EffectiveTo);

    /// <summary>Law and article, separated by a blank.</summary>
    public override string ToString() => Article.Length == 0 ? Law : $"{Law} {Article}";
}
