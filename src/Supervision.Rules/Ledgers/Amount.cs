using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>A number in a ledger rule: as it stands, or a parameter, or a parameter keyed by the fault's severity.</summary>
/// <param name="Literal">The number, when there is no parameter.</param>
/// <param name="Parameter">The parameter, or null.</param>
/// <param name="IsKeyed">Whether the severity of the fault is the key.</param>
/// <param name="Source">The basis of a literal.</param>
internal sealed record Amount(decimal Literal, Parameter? Parameter, bool IsKeyed, LegalBasis Source)
{
    /// <summary>Words of the keys, in the order of <see cref="OffenceSeverity"/>.</summary>
    public static IReadOnlyList<string> Severities { get; } = ["slight", "ordinary", "heavier", "serious"];

    /// <summary>Every number it can ever be, for checks at load.</summary>
    public IEnumerable<decimal> All =>
        Parameter is null ? [Literal] : Parameter.Values.SelectMany(value => value.Numbers.Values);

    public (decimal Number, LegalBasis Basis) On(DateOnly date, CreditFault? fault = null) =>
        Parameter is null ? (Literal, Source)
        : Parameter.Get(date, IsKeyed ? Severities[(int)fault!.Severity - 1] : "");
}
