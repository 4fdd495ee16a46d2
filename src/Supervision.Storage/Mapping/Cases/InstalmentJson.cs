using Supervision.Cases;

namespace Supervision.Storage.Mapping.Cases;

internal sealed record InstalmentJson(string DueOn, decimal Amount)
{
    public static InstalmentJson Of(Instalment part) => new(Stored.Date(part.DueOn), part.Amount);

    public Instalment ToInstalment() => new(Stored.ToDate(DueOn), Amount);
}
