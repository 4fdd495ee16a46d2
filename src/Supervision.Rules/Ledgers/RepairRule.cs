using Supervision.Credit;
using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>An event gives points back, oldest entry first, never more than an entry still takes.</summary>
/// <param name="When">The event; it says how many points.</param>
/// <param name="NotAfter">An entry is out of reach after this time; the last day is in time. Null: no limit.</param>
internal sealed record RepairRule(CreditEventKind When, Period? NotAfter);
