using Supervision.Rules.Packs;

namespace Supervision.Rules.Ledgers;

/// <summary>One ledger of a pack. Immutable.</summary>
/// <param name="Name">Name in the pack.</param>
/// <param name="Start">Balance it opens with.</param>
/// <param name="Posts">What posts to it, in order.</param>
/// <param name="Window">How long a posted entry lives, or null for ever.</param>
/// <param name="Full">What reaching a size does, or null.</param>
/// <param name="Repair">What gives points back, or null.</param>
internal sealed record LedgerDefinition(
    string Name, decimal Start, IReadOnlyList<PostRule> Posts, Period? Window, FullRule? Full, RepairRule? Repair);
