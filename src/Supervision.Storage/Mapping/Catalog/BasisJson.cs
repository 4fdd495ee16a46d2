using Supervision.Decisions;

namespace Supervision.Storage.Mapping.Catalog;

internal sealed record BasisJson(string Law, string Article, DateOnly? From, DateOnly? To)
{
    public static BasisJson Of(LegalBasis basis) =>
        new(basis.Law, basis.Article, basis.EffectiveFrom, basis.EffectiveTo);

    public LegalBasis ToBasis() => new(Law, Article, From, To);
}
