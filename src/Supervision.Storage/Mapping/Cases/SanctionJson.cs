using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

internal sealed record SanctionJson(int Kinds, decimal Fine, decimal Gains, decimal Goods, int Months)
{
    public static SanctionJson Of(Sanction sanction) =>
        new((int)sanction.Kinds, sanction.Fine, sanction.Gains, sanction.Goods, sanction.Months);

    public Sanction ToSanction() => new((PenaltyKind)Kinds, Fine, Gains, Goods, Months);
}
