using Supervision.Credit;

namespace Supervision.Rules.Ledgers;

/// <summary>An event posts points, once or for each of its faults.</summary>
internal sealed record PostRule(CreditEventKind When, bool EachFault, Amount Points);
